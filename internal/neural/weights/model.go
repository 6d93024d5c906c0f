package weights

import _ "embed"

// model is the file that training/export.py wrote; package encoder reads it.
//
//go:embed reader.bin
var model string

// digest is the SHA-256 of the file, as sha256sum prints it.
//
//go:embed reader.sha256
var digest string

// Model returns the model file.
func Model() string { return model }

// Digest returns the SHA-256 of the model file in hex digits. A test proves it.
func Digest() string { return digest[:64] }
