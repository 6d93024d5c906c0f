package word

import (
	"strings"
	"testing"

	"readout/record"
)

func TestEachUndoneExampleHasNotHappened(t *testing.T) {
	for _, r := range undoneRows {
		before, rest, _ := strings.Cut(r.example, "[")
		_, behind, _ := strings.Cut(rest, "]")
		got, ok := UndoneAs(strings.Trim(behind, " ."))
		for w := range strings.FieldsSeq(before) {
			if s, told := UndoneBy(w, record.EventCoerce); told {
				got, ok = s, true
			}
		}
		if !ok || got != r.status {
			t.Errorf("%q: %s, want %s", r.example, got, r.status)
		}
	}
}

func TestAnAttackThatOneEscapesHasHappened(t *testing.T) {
	if s, ok := UndoneBy("escaped", record.EventAssault); ok {
		t.Errorf("it is %s", s)
	}
	if _, ok := UndoneBy("arrested", record.EventCoerce); ok {
		t.Error("an arrest undoes")
	}
}
