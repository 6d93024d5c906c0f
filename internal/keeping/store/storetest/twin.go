package storetest

import "testing"

func findsAsTwin(t *testing.T, e Engine) {}
