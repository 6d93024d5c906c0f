package mcp

import (
	"context"
	"errors"
	"io"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// Stdio serves one client over a pair of streams, a message a line, until the
// client closes its own or ctx is done.
func Stdio(ctx context.Context, s *sdk.Server, in io.Reader, out io.Writer) error {
	err := s.Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(in), Writer: unclosed{out}})
	if err != nil && !errors.Is(err, io.EOF) && ctx.Err() == nil {
		return err
	}
	return nil
}

// unclosed is a stream that belongs to somebody else.
type unclosed struct{ io.Writer }

// Close leaves it open.
func (unclosed) Close() error { return nil }
