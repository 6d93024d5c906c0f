package desk

import (
	"reflect"
	"strings"
	"testing"

	"readout/internal/keeping/query"
)

func TestEveryKeyIsAFlag(t *testing.T) {
	flags := map[string]bool{}
	for field := range reflect.TypeFor[Filters]().Fields() {
		flags[strings.ToLower(field.Name)] = true
	}
	for _, key := range query.Keys() {
		if key == query.KeyKind {
			continue // which has a flag of its own for each of its words
		}
		name := strings.ReplaceAll(key.String(), "_", "")
		if !flags[name] {
			t.Errorf("no flag for %s", key)
		}
		delete(flags, name)
	}
	if len(flags) > 0 {
		t.Errorf("flags without a key: %v", flags)
	}
}

func TestHelpOfAFilterIsASentence(t *testing.T) {
	for name, help := range FilterHelp() {
		if !strings.HasPrefix(name, "filter_") || !strings.HasSuffix(help, ".") ||
			help[:1] != strings.ToUpper(help[:1]) {
			t.Errorf("%s: %q", name, help)
		}
	}
	if got, want := FilterHelp()["filter_polarity"], "affirmed, denied"; !strings.Contains(got, want) {
		t.Errorf("%q lacks the words %q", got, want)
	}
}
