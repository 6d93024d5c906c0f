package mcp

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// Bounds of what comes over HTTP.
const (
	maxCall  = 1 << 20 // bytes
	maxDepth = 64      // of JSON; a call of a tool has 4
)

// Handler serves over HTTP, as "streamable HTTP". Each call stands for itself, as
// the protocol has it from 2026-07-28 on; clients of older versions are answered
// without a session. So there is none to guess, to fill memory or to expire.
//
// Whoever mounts it has checked Host, Origin and token.
func Handler(s *sdk.Server) http.Handler {
	inner := sdk.NewStreamableHTTPHandler(func(*http.Request) *sdk.Server { return s },
		&sdk.StreamableHTTPOptions{
			Stateless: true, JSONResponse: true, MaxRequestBodyBytes: maxCall,
			PropagateRequestCancellation: true,
			DisableLocalhostProtection:   true, // it knows no names of hosts but localhost
		})
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost {
			inner.ServeHTTP(w, r)
			return
		}
		call, err := io.ReadAll(io.LimitReader(r.Body, maxCall+1))
		if err != nil {
			http.Error(w, "the body did not come to its end", http.StatusBadRequest)
			return
		}
		if refusal := check(call); refusal != nil {
			http.Error(w, refusal.Error(), refusal.status)
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(call))
		inner.ServeHTTP(w, r)
	})
}

// A refusal says why a call is not looked at.
type refusal struct {
	error
	status int
}

// check refuses what is long, deep, or many calls at once.
func check(call []byte) *refusal {
	if len(call) > maxCall {
		return &refusal{errors.New("the call is longer than 1 MiB"), http.StatusRequestEntityTooLarge}
	}
	if bytes.HasPrefix(bytes.TrimSpace(call), []byte("[")) {
		return &refusal{errors.New("one call at a time: batches are not taken"), http.StatusBadRequest}
	}
	if deep(call) {
		return &refusal{errors.New("the call is nested too deep"), http.StatusBadRequest}
	}
	return nil
}

// deep says whether JSON is nested deeper than maxDepth. What is no JSON is left to
// whoever parses it.
func deep(call []byte) bool {
	d := json.NewDecoder(bytes.NewReader(call))
	for depth := 0; ; {
		t, err := d.Token()
		if err != nil {
			return false
		}
		switch t {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
		if depth > maxDepth {
			return true
		}
	}
}
