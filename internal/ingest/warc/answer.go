package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"net/http/httputil"
	"strings"

	"github.com/andybalholm/brotli"
)

// unwrap makes the body of an HTTP answer the data of its record. It says what
// the record is when that is nothing to read.
func (r *Record) unwrap(mime string) (what string, err error) {
	if !strings.HasPrefix(mime, "application/http") &&
		!bytes.HasPrefix(r.Data, []byte("HTTP/")) {
		return "response of " + mime, nil
	}
	lines, body, ok := cutHeader(r.Data)
	if !ok || len(lines) == 0 || !strings.HasPrefix(lines[0], "HTTP/") {
		return "", errors.New("it has no header of HTTP")
	}
	status := strings.Fields(lines[0])
	if len(status) < 2 || status[1] != "200" {
		return "answer other than 200", nil
	}
	fields := map[string]string{}
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ":")
		fields[strings.ToLower(strings.TrimSpace(name))] = strings.TrimSpace(value)
	}
	r.MIME = fields["content-type"]
	if strings.Contains(strings.ToLower(fields["transfer-encoding"]), "chunked") {
		if body, err = unchunk(body); err != nil {
			return "", err
		}
	}
	codings := strings.Split(fields["content-encoding"], ",")
	for i := len(codings) - 1; i >= 0; i-- { // the last was put on last
		if body, err = decode(body,
			strings.ToLower(strings.TrimSpace(codings[i]))); err != nil {
			return "", err
		}
	}
	if len(body) > maxBody {
		return "", errBody
	}
	r.Data = body
	return "", nil
}

var errBody = fmt.Errorf("the body has more than %d MiB", maxBody>>20)

// unchunk joins the chunks of a body. One that begins with no chunk was joined
// before it was archived.
func unchunk(body []byte) ([]byte, error) {
	size, _, _ := bytes.Cut(body, []byte("\n"))
	size, _, _ = bytes.Cut(bytes.TrimSpace(size), []byte(";"))
	if len(size) == 0 || len(bytes.Trim(size, "0123456789abcdefABCDEF \t")) > 0 {
		return body, nil
	}
	joined, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
	if err != nil {
		return nil, fmt.Errorf("the chunks of the body: %w", err)
	}
	return joined, nil
}

// decode takes one content coding off a body. A body that does not begin as the
// coding does was unpacked before it was archived.
func decode(body []byte, coding string) ([]byte, error) {
	var unpacked io.Reader
	packed := bytes.NewReader(body)
	consumed := func() int64 { return int64(len(body) - packed.Len()) }
	switch coding {
	case "", "identity", "none":
		return body, nil
	case "gzip", "x-gzip":
		z, err := gzip.NewReader(packed)
		if err != nil {
			return body, nil //nolint:nilerr // it is not packed
		}
		unpacked = z
	case "deflate":
		z, err := zlib.NewReader(packed)
		unpacked = z
		if err != nil { // some servers leave the frame of zlib out
			packed.Reset(body)
			unpacked = flate.NewReader(bufio.NewReader(packed))
		}
	case "br":
		unpacked = brotli.NewReader(packed)
	default:
		return nil, fmt.Errorf("its content coding %q is unknown", coding)
	}
	data, err := readBounded(unpacked, maxBody, consumed)
	switch {
	case errors.Is(err, errBound):
		return nil, errBody
	case errors.Is(err, errRatio):
		return nil, errRatio
	case err != nil && coding != "gzip" &&
		bytes.HasPrefix(bytes.TrimSpace(body), []byte("<")):
		return body, nil // it is not packed
	case err != nil:
		return nil, fmt.Errorf("unpacking it (%s): %w", coding, err)
	}
	return data, nil
}
