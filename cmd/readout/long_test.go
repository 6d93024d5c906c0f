//go:build long

package main

// atLength says that bars are tried with all that they name, which takes long.
const atLength = true
