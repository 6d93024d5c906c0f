package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"readout/cmd/readout/console"
	"readout/record"
)

// summitRecord returns the line that is the record of the summit, changed.
func summitRecord(t *testing.T, change func(*record.Record)) string {
	t.Helper()
	out, errs, code := invoke(t, t.Context(), summit, "read", "-q", "--json")
	r, err := record.Parse([]byte(out))
	if code != exitDone || err != nil {
		t.Fatalf("exit %d, %q, %v", code, errs, err)
	}
	change(r)
	line, err := r.MarshalCanonical()
	if err != nil {
		t.Fatal(err)
	}
	return string(line) + "\n"
}

// same leaves a record as it is.
func same(*record.Record) {}

func TestWhatIsNoRecordIsSaidAndTheOthersAreExported(t *testing.T) {
	good := summitRecord(t, same)
	contradicts := summitRecord(t, func(r *record.Record) {
		in, err := r.In(record.OffsetsByte)
		if err != nil {
			t.Fatal(err)
		}
		*r = *in
		r.Events[0].Trigger.Span.End = 9999
	})
	for claim, c := range map[string]struct {
		lines string
		said  string // on stderr
	}{
		"torn":                     {good + "{\"readout\":\n" + good, "export -:2: "},
		"not JSON":                 {"hello\n" + good + good, "export -:1: "},
		"an object of no kind":     {good + good + `{"a":1}`, "export -:3: is no record"},
		"a number":                 {"7\n" + good + good, "export -:1: "},
		"behind a blank line":      {good + "\n  \n[]\n" + good, "export -:4: "},
		"without its line end":     {good + good + "{", "export -:3: "},
		"contradicts its own text": {good + contradicts + good, "export -:2: record d"},
	} {
		for _, form := range []string{"plover", "polecat"} {
			out, errs, code := invoke(t, t.Context(), c.lines, "export", "--to", form, "-")
			if claim == "contradicts its own text" && form == "polecat" {
				continue // which needs no text
			}
			if code != exitError || strings.Count(out, "CONSULT") != 2 {
				t.Errorf("%s, %s: exit %d, stdout\n%s", claim, form, code, out)
			}
			if !strings.Contains(errs, c.said) ||
				!strings.Contains(errs, "2 of 2 events written") {
				t.Errorf("%s, %s: stderr %q, want %q", claim, form, errs, c.said)
			}
		}
	}
}

func TestLinesBesideRecordsArePassedOver(t *testing.T) {
	beside := `{"link":{}}` + "\n" + `{"judgement":{"of":"x"}}` + "\n" +
		`{"review":{}}` + "\n" + `{"alias":{}}` + "\n"
	out, errs, code := invoke(t, t.Context(), beside+summitRecord(t, same), "export", "--to", "plover", "-")
	if code != exitDone || strings.Count(out, "\n") != 1 {
		t.Errorf("exit %d, %q, stdout\n%s", code, errs, out)
	}
}

func TestExportCountsWhatItWritesAndNamesWhatIsLost(t *testing.T) {
	negated := summitRecord(t, func(r *record.Record) { r.Events[0].Status = record.StatusNegated })
	for _, form := range []string{"plover", "polecat"} {
		out, errs, code := invoke(t, t.Context(), negated+summitRecord(t, same), "export", "--to", form, "-")
		if code != exitDone || strings.Count(out, "CONSULT") != 1 {
			t.Errorf("%s: exit %d, stdout\n%s", form, code, out)
		}
		want := "readout: 1 of 2 events written; " + form + " has no place for 4 statements, 1 text, "
		if !strings.HasPrefix(errs, want) {
			t.Errorf("%s: stderr %q, want %q", form, errs, want)
		}
		out, errs, _ = invoke(t, t.Context(), negated, "export", "-q", "--to", form, "-")
		if errs != "" || strings.Contains(out, "CONSULT") {
			t.Errorf("%s -q: stderr %q, stdout\n%s", form, errs, out)
		}
	}
}

func TestAnExportedFileIsWholeOrNotThere(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "events.tsv")
	_, _, code := invoke(t, t.Context(), summitRecord(t, same)+"{\n", "export", "--to", "polecat", "-o", file, "-")
	data, err := os.ReadFile(file)
	if code != exitError || err != nil || bytes.Count(data, []byte("\n")) != 2 {
		t.Errorf("some lines fail: exit %d, %v, file\n%s", code, err, data)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	other := filepath.Join(dir, "other.tsv")
	_, errs, code := invoke(t, ctx, summitRecord(t, same), "export", "--to", "polecat", "-o", other, "-")
	if left, _ := os.ReadDir(dir); code != exitInterrupted || errs != "" ||
		len(left) != 1 {
		t.Errorf("interrupted: exit %d, %q, left behind %v", code, errs, left)
	}
}

// full is a disk that takes nothing.
type full struct{}

func (full) Write([]byte) (int, error) {
	return 0, &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC}
}

func TestAnExportEndsWithItsOutput(t *testing.T) {
	lines := strings.Repeat(summitRecord(t, same), 200) // more than is held back
	for _, form := range []string{"plover", "polecat", "csv", "parquet", "md", "html", "webanno", "jsonl"} {
		for _, c := range []struct {
			out  interface{ Write([]byte) (int, error) }
			code int
			said string
		}{{brokenPipe{}, exitDone, ""}, {full{}, exitError, "no space left"}} {
			var errs bytes.Buffer
			code := run(t.Context(), []string{"export", "--to", form, "-"}, env{Env: console.Env{
				Stdin: strings.NewReader(lines), Stdout: c.out, Stderr: &errs,
				Getenv: func(string) string { return "" }, Now: func() time.Time { return epoch },
			}})
			got := errs.String()
			if code != c.code || !strings.Contains(got, c.said) || c.said == "" &&
				got != "" {
				t.Errorf("%s to %T: exit %d, %q", form, c.out, code, got)
			}
			if strings.Count(got, "\n") > 1 {
				t.Errorf("%s to %T: the run went on: %q", form, c.out, got)
			}
		}
	}
}

func TestWhatAFormDropsIsCounted(t *testing.T) {
	line := summitRecord(t, func(r *record.Record) {
		author := record.Author
		r.Citations = []record.Citation{{ID: "c0", Span: record.Span{Start: 0, End: 3}, Exact: "Ann"}}
		r.Entities = []record.Entity{{ID: "e0", Name: "Ann", Mentions: []record.Mention{{}, {}}}}
		r.Statements[0].Speaker = &record.Arg{Entity: &author}
		r.Meta.Warnings = []string{"short"}
	})
	dir := t.TempDir()
	for args, want := range map[string]string{
		"--to jsonl":               "1 record written",
		"--to csv":                 "2 statements of 1 document written; csv has no place for 1 event, 1 citation, 2 mentions, 1 text, 1 warning, ",
		"--to csv --events":        "1 event of 1 document written; csv has no place for 2 statements, 1 citation, 2 mentions, ",
		"--to parquet":             "2 statements of 1 document written; parquet has no place for 1 event, 1 citation, 2 mentions, 1 text, 1 warning, ",
		"--to parquet --citations": "1 citation of 1 document written; parquet has no place for 2 statements, 1 event, 2 mentions, 1 text, ",
		"--to parquet --documents": "1 document written; parquet has no place for 2 statements, 1 event, 2 mentions, ",
		"--to md":                  "2 statements of 1 document written; md has no place for 1 event, 2 mentions, 1 text, 1 warning",
		"--to html --events":       "1 event of 1 document written; html has no place for 2 statements, 2 mentions, 1 text, 1 warning",
		"--to webanno":             "4 annotations written; webanno has no place for 2 mentions, 2 times, 1 text, 1 warning, ",
		"--to webanno --citations": "1 annotation written; webanno has no place for 2 statements, 1 event, ",
		"--to polecat":             "1 of 1 event written; polecat has no place for 2 statements, 1 citation, ",
		"--to sqlite":              "1 document written; sqlite has no place for datelines",
	} {
		words := append(append([]string{"export"}, strings.Fields(args)...), "-o", filepath.Join(dir, "out"), "-")
		_, errs, code := invoke(t, t.Context(), line, words...)
		if code != exitDone || !strings.HasPrefix(errs, "readout: "+want) {
			t.Errorf("%s: exit %d, %q, want %q", args, code, errs, want)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) != 1 {
		t.Errorf("left behind %v", left)
	}
}

func TestKindsAndPlacesThatAFormHasNotAreSaid(t *testing.T) {
	for args, want := range map[string]string{
		"--to sqlite":                  "name it with -o FILE",
		"--to sqlite -o -":             "name it with -o FILE",
		"--to csv --citations":         "--citations: csv is of statements, events",
		"--to jsonl --events":          "--events: jsonl is of documents",
		"--to plover --documents":      "--documents: plover is of events",
		"--to md --events --documents": "can't be used together",
		"--to xml":                     "--to",
	} {
		out, errs, code := invoke(t, t.Context(), "", append(append([]string{"export"}, strings.Fields(args)...), "-")...)
		if code != exitError || out != "" || !strings.Contains(errs, want) {
			t.Errorf("%s: exit %d, %q, want %q", args, code, errs, want)
		}
	}
}

func TestADirectoryIsNoFileOfRecords(t *testing.T) {
	dir := t.TempDir()
	for _, verb := range [][]string{{"export", "--to", "plover", dir}, {"check", dir}} {
		_, errs, code := invoke(t, t.Context(), "", verb...)
		if code != exitError || !strings.Contains(errs, verb[0]+" "+dir) {
			t.Errorf("%v: exit %d, %q", verb, code, errs)
		}
	}
}

func TestRowsOfNothingAreWholeFiles(t *testing.T) {
	for flags, want := range map[string]string{
		"--events":                     "",
		"--events --json":              "",
		"--events --tsv --fields type": "type\n",
		"--due":                        "",
		"--due --json":                 "",
		"--due --csv --fields due,act": "due,act\r\n",
		"--due --md":                   "# Due\n\nNothing is due.\n",
	} {
		args := append([]string{"read", "-q"}, strings.Fields(flags)...)
		out, errs, code := invoke(t, t.Context(), bridge, args...)
		if out != want || code != exitDone || errs != "" {
			t.Errorf("%s: exit %d, %q, stdout %q, want %q",
				flags, code, errs, out, want)
		}
	}
}

func TestRowsAreOfTheOthersWhenAnInputFails(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": summit, "b.txt": "refuse", "c.txt": summit} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for flags, want := range map[string]int{"--events --json": 2, "--due --json": 4, "--due": 4} {
		args := append([]string{"read", "-q"}, strings.Fields(flags)...)
		out, errs, code := invoke(t, t.Context(), "", append(args, dir)...)
		if code != exitError || strings.Count(out, "\n") != want ||
			!strings.Contains(errs, "b.txt") {
			t.Errorf("%s: exit %d, %q, stdout\n%s", flags, code, errs, out)
		}
	}
}

func TestColumnsOfOneKindAreNotThoseOfAnother(t *testing.T) {
	for _, c := range []struct{ flags, want string }{
		{"--events --csv --fields speaker", `no field "speaker"`},
		{"--due --tsv --fields trigger", `no field "trigger"`},
		{"--csv --fields trigger", `no field "trigger"`},
		{"--events --fields type", "add --csv or --tsv"},
		{"--events --md --fields type", "add --csv or --tsv"},
	} {
		args := append([]string{"read"}, strings.Fields(c.flags)...)
		out, errs, code := invoke(t, t.Context(), summit, args...)
		if code != exitError || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%s: exit %d, %q, want %q", c.flags, code, errs, c.want)
		}
	}
}

func TestRowsAsJSONHaveTheUnitAskedFor(t *testing.T) {
	text := "“é😀” " + summit // wider in bytes than in code points
	starts := map[string]float64{}
	for _, unit := range []string{"codepoint", "utf16", "byte"} {
		out, _, code := invoke(t, t.Context(), text, "read", "-q", "--events", "--json", "--offsets", unit)
		var row map[string]any
		if err := json.Unmarshal([]byte(out), &row); err != nil || code != exitDone {
			t.Fatalf("exit %d, %v: %s", code, err, out)
		}
		starts[unit], _ = row["start"].(float64)
	}
	want := map[string]float64{"codepoint": 13, "utf16": 14, "byte": 21}
	for unit, start := range want {
		if starts[unit] != start {
			t.Errorf("--offsets %s: start %v, want %v", unit, starts[unit], start)
		}
	}
}
