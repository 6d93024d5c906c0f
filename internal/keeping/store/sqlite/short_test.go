//go:build !long

package sqlite

// long is set by the tag of that name, see docs/reliability.md.
const long = false
