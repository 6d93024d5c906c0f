package main

import "testing"

func TestTotalIsKnownOfFilesAlone(t *testing.T) {
	for _, test := range []struct {
		v     intake
		known bool
	}{
		{intake{Inputs: []string{"a.txt", "b.html"}}, true},
		{intake{Inputs: []string{"a.txt", "-"}}, false},
		{intake{Inputs: []string{"a.txt", "https://example.org/"}}, false},
		{intake{Inputs: []string{"a.txt", t.TempDir()}}, false},
		{intake{Inputs: []string{"a.txt", "b.jsonl"}}, false},
		{intake{Inputs: []string{"a.txt"}, FilesFrom: "list"}, false},
	} {
		total, known := test.v.total()
		if known != test.known || known && total != int64(len(test.v.Inputs)) {
			t.Errorf("total of %v = %d, %v", test.v.Inputs, total, known)
		}
	}
}
