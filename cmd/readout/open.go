package main

import "errors"

// openReader opens the reader in this program.
func openReader(string) (reader, error) { return nil, errors.New("no reader is built in yet") }

const version = "0.1.0"
