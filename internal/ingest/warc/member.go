package warc

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// magic begins a packed member.
const magic = "\x1f\x8b\x08"

// isMember says whether a member with a record in it begins at a place.
func isMember(file io.ReaderAt, at, size int64) bool {
	start := make([]byte, len(magic))
	if n, _ := file.ReadAt(start, at); n < len(magic) || string(start) != magic {
		return false
	}
	z, err := gzip.NewReader(bufio.NewReaderSize(io.NewSectionReader(file, at,
		size-at), 512))
	if err != nil {
		return false
	}
	line := make([]byte, lineLength)
	n, _ := io.ReadFull(z, line) // n says all
	return versionLine.Match(bytes.TrimLeft(line[:n], "\r\n"))
}

// members yields the records of a packed file.
func (a *Archive) members(yield func(Record, error) bool) {
	for at := int64(0); at < a.size; {
		data, next, err := a.unpack(at)
		if err != nil {
			next = find(a.file, at+1, a.size, isMember)
			err = &Loss{at, fmt.Sprintf("%v, so that %d bytes were passed over",
				err, next-at)}
		}
		broken := err != nil
		s := &span{
			archive: a, file: bytes.NewReader(data), size: int64(len(data)),
			packed: true, at: at,
		}
		s.yield = func(r Record, lost error) bool {
			return lost != nil && broken ||
				yield(r, lost) // one loss says it for the member
		}
		if !s.records() || err != nil && !yield(Record{}, err) {
			return
		}
		at = next
	}
}

var (
	errRatio  = fmt.Errorf("it unpacks to more than %d times its size", maxRatio)
	errMember = fmt.Errorf("the packed member has more than %d MiB; gunzip makes a file of which all can be read", maxRecord>>20)
)

// unpack returns what is packed in the member at a place, and where the next
// begins. Of a member that is cut off or too large it returns the part there is.
func (a *Archive) unpack(at int64) (data []byte, next int64, err error) {
	section := io.NewSectionReader(a.file, at, a.size-at)
	packed := bufio.NewReader(section)
	consumed := func() int64 {
		pos, _ := section.Seek(0, io.SeekCurrent) // a section always knows
		return pos - int64(packed.Buffered())
	}
	z, err := gzip.NewReader(packed)
	if err != nil {
		return nil, at, errNoRecord
	}
	z.Multistream(false)
	data, err = readBounded(z, maxRecord+maxHeader, consumed)
	switch {
	case err == nil:
		return data, at + consumed(), nil
	case errors.Is(err, io.ErrUnexpectedEOF):
		return data, at, errors.New("the packed member is cut off")
	case errors.Is(err, errBound):
		return data, at, errMember
	case errors.Is(err, errRatio):
		return nil, at, errRatio
	}
	return nil, at, fmt.Errorf("the packed member is damaged (%w)", err)
}

// Unpacked data may have so many times the size of the packed, once it is large.
const (
	maxRatio   = 100
	ratioStart = 1 << 20
)

var errBound = errors.New("too much")

// readBounded reads to the end or to a bound, while what comes out bears some
// proportion to what was consumed.
func readBounded(r io.Reader, most int, consumed func() int64) ([]byte, error) {
	var data bytes.Buffer
	for {
		n, err := io.CopyN(&data, r, 1<<18)
		switch {
		case data.Len() > most:
			return data.Bytes()[:most], errBound
		case data.Len() > ratioStart && int64(data.Len()) > maxRatio*consumed():
			return nil, errRatio
		case errors.Is(err, io.EOF):
			return data.Bytes(), nil
		case err != nil:
			return data.Bytes(), err
		case n == 0:
			return data.Bytes(), io.ErrNoProgress
		}
	}
}
