//go:build long

package sqlite

// long has the tests of durability run at their full length: half an hour.
const long = true
