package sitting

import (
	"context"
	"io"
)

// Keys that no letter has.
const (
	ctrlC  = 3
	ctrlD  = 4
	escape = 27
)

// keys are what a person presses. Reading ends with the context, though a read from
// the terminal may go on waiting behind it.
type keys struct {
	ctx     context.Context
	pressed chan byte // closed when there are no more
}

func newKeys(ctx context.Context, from io.Reader) *keys {
	k := &keys{ctx, make(chan byte)}
	go func() {
		defer close(k.pressed)
		var one [1]byte
		for {
			n, err := from.Read(one[:])
			if n == 1 {
				select {
				case k.pressed <- one[0]:
				case <-ctx.Done():
					return
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return k
}

// Read gives one byte at a time, so that nobody takes more than he uses.
func (k *keys) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	select {
	case <-k.ctx.Done():
		return 0, k.ctx.Err()
	case b, ok := <-k.pressed:
		if !ok {
			return 0, io.EOF
		}
		p[0] = b
		return 1, nil
	}
}

// next returns the next key. Keys of more than one byte, as arrows are, are none;
// the end of all keys is Ctrl-D.
func (k *keys) next() (byte, error) {
	var one [1]byte
	read := func() (byte, error) {
		_, err := k.Read(one[:])
		if err == io.EOF { //nolint:errorlint // of Read above, which wraps nothing
			return ctrlD, nil
		}
		return one[0], err
	}
	for {
		b, err := read()
		if err != nil || b != escape {
			return b, err
		}
		if b, err = read(); err != nil || b != '[' && b != 'O' {
			return b, err
		}
		for b = 0; b < '@' && err == nil && b != ctrlD; { // to the letter or tilde that ends it
			b, err = read()
		}
	}
}
