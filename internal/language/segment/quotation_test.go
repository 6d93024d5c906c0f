package segment

import (
	"strings"
	"testing"
)

// TestMarksAreToldByTheirSurroundings shows each quotation that is found in
// brackets of the depth: [ ] outside, { } inside another.
func TestMarksAreToldByTheirSurroundings(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"curly marks the wrong way round", `He said ”never“ again.`, `He said [”never“] again.`},
		{"curly opened, straight closed", `“Yes," he said.`, `[“Yes,"] he said.`},
		{"a closing mark alone", `Yes,” he said. He's 6'2" tall.`, `Yes,” he said. He's 6'2" tall.`},
		{"spaced marks by turns", `He said " never " again.`, `He said [" never "] again.`},
		{"nothing inside", `He said "" and “”.`, `He said "" and “”.`},
		{"an apostrophe inside double marks", `“It’s the workers’ day,” he said.`, `[“It’s the workers’ day,”] he said.`},
		{"an apostrophe in front", `In ’98, '99s and 'em he said 'yes'.`, `In ’98, '99s and 'em he said ['yes'].`},
		{"a short word of digits and letters", `He drove a '7' and a '2x'.`, `He drove a ['7'] and a ['2x'].`},
		{"a single mark that never closes", `“He said ‘yes,” she said.`, `[“He said ‘yes,”] she said.`},
		{"a single mark does not close past a double one", `‘He said “yes’ and no.`, `‘He said [“yes’ and no.]`},
		{"guillemets left open in double marks", `“He «said yes,” she said.`, `[“He {«said yes,}”] she said.`},
		{"both marks together", `“‘Yes,’” he said.`, `[“{‘Yes,’}”] he said.`},
		{"two left open, one in the other", "“One «two", "[“One {«two}]"},
		{"corner marks", "「はい」と言った。", "[「はい」]と言った。"},
		{"behind a bracket and a dash", `(“a”) —“b”—`, `([“a”]) —[“b”]—`},
	}
	for _, tt := range tests {
		if got := withBrackets(t, tt.in); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// withBrackets puts brackets around the quotations of s.
func withBrackets(t *testing.T, s string) string {
	t.Helper()
	before, after := map[int]string{}, map[int]string{}
	for _, q := range AppendQuotations(nil, newText(t, s)) {
		marks := "[]"
		if q.Depth > 0 {
			marks = "{}"
		}
		before[q.Outer.Start] += marks[:1]
		after[q.Outer.End] = marks[1:] + after[q.Outer.End]
	}
	var b strings.Builder
	for i := range len(s) + 1 {
		b.WriteString(after[i] + before[i])
		if i < len(s) {
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func TestAQuotationIsReopenedInItsOwnStyleOnly(t *testing.T) {
	got := withBrackets(t, "“One.\n\n‘Two,’ he said.\n\n“Three.\n\n«Four.»")
	want := "[“One.]\n\n[‘Two,’] he said.\n\n[“Three.]\n\n[«Four.»]"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestInnerLeavesOutTheMarksAndTheirSpaces(t *testing.T) {
	frozen := newText(t, "« Oui », dit-il. ''No,'' she said. “Maybe")
	var got []string
	for _, q := range AppendQuotations(nil, frozen) {
		got = append(got, frozen.At(q.Inner))
	}
	if want := "Oui|No,|Maybe"; strings.Join(got, "|") != want {
		t.Errorf("inner %q, want %s", got, want)
	}
}
