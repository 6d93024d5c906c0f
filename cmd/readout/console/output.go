package console

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// An Output is where data goes: stdout, or a file that takes its name once it
// is whole.
type Output struct {
	io.Writer
	file *os.File // nil for stdout
	name string   // of the file when it is whole; "" when it needs no renaming
}

// Create opens the place of that name, stdout for "" and "-". What is
// no regular file, such as a device or a named pipe, is written to directly.
func Create(name string, stdout io.Writer) (*Output, error) {
	if name == "" || name == "-" {
		return &Output{Writer: stdout}, nil
	}
	if target, err := filepath.EvalSymlinks(name); err == nil {
		name = target
	}
	info, err := os.Stat(name)
	if err == nil && info.IsDir() {
		return nil, fmt.Errorf("write to %s: it is a folder; name a file in it", name)
	}
	part, final := name+".part", name
	if err == nil && !info.Mode().IsRegular() {
		part, final = name, ""
	}
	f, err := os.Create(part)
	if err != nil {
		return nil, fmt.Errorf("write to %s: %w", name, Cause(err))
	}
	return &Output{Writer: f, file: f, name: final}, nil
}

// Finish gives the file its name when the work came to its end, which it also
// did when only some inputs failed, and else removes it. It returns the error
// of the work, or its own.
func (o *Output) Finish(work error) error {
	if o.file == nil {
		return work
	}
	closed := o.file.Close()
	if o.name == "" {
		return cmp.Or(work, closed)
	}
	if work != nil && !errors.Is(work, ErrSome) {
		os.Remove(o.file.Name())
		return work
	}
	if closed == nil {
		closed = os.Rename(o.file.Name(), o.name)
	}
	if closed != nil {
		return fmt.Errorf("write to %s: %w", o.name, Cause(closed))
	}
	return work
}

// Cause returns an error of the file system without the name of the file,
// which whoever prints it has said.
func Cause(err error) error {
	var at *os.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}
