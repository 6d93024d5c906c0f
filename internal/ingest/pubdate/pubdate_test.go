package pubdate

import (
	"strings"
	"testing"
)

func TestEveryDateFormReadsItsExample(t *testing.T) {
	for _, form := range dateForms {
		in, want, _ := strings.Cut(form.example, " => ")
		if got, ok := Parse(in); !ok || got != want {
			t.Errorf("form %s: Parse(%q) = %q, %v, want %q", form.name, in, got, ok, want)
		}
		if form.pattern.FindStringSubmatch(strings.ToLower(in)) == nil {
			t.Errorf("form %s does not match its own example %q", form.name, in)
		}
	}
	for _, form := range urlDates {
		in, want, _ := strings.Cut(form.example, " => ")
		if got, ok := OfPath(in); !ok || got != want {
			t.Errorf("form %s: OfPath(%q) = %q, %v, want %q", form.name, in, got, ok, want)
		}
	}
}

func TestDatesKeepTheirPrecision(t *testing.T) {
	for in, want := range map[string]string{
		"September 16, 2020":             "2020-09-16",
		"16 September 2020":              "2020-09-16",
		"Sept. 16, 2020":                 "2020-09-16",
		"16th of September, 2020":        "2020-09-16",
		"Thursday, February 23, 2006":    "2006-02-23",
		"Thursday, February 23, 2006.":   "2006-02-23",
		"Thu, 23 Feb 2006 10:00:00 GMT":  "2006-02-23",
		"Feb 23, 2006 at 10:48 AM ET":    "2006-02-23",
		"10:48 AM EST, February 23 2006": "2006-02-23",
		"2023-02-23":                     "2023-02-23",
		"2023-02-23T23:30:00-05:00":      "2023-02-23",
		"2023-02-23 23:30":               "2023-02-23",
		"2023/2/3":                       "2023-02-03",
		"20230223T2330":                  "2023-02-23",
		"2023-02":                        "2023-02",
		"February 2023":                  "2023-02",
		"2023":                           "2023",
		"11/19/2019":                     "2019-11-19",
		"19/11/2019":                     "2019-11-19",
		"11/11/2019":                     "2019-11-11",
		"18-Nov-2019":                    "2019-11-18",
		" May  1,\t1999 ":                "1999-05-01",
	} {
		if got, ok := Parse(in); !ok || got != want {
			t.Errorf("Parse(%q) = %q, %v, want %q", in, got, ok, want)
		}
	}
}

func TestWhatIsNoDateOrTwoIsNone(t *testing.T) {
	for _, in := range []string{
		"", "03/04/2020", "2023-02-30", "2023-13-01", "February 30, 2023", "February 23", "Thursday",
		"yesterday", "2,000 people", "On February 23, 2006, the ministers met", "0000-00-00", "31/31/2020",
		"1234567890", "99999", "May Day 2020", strings.Repeat("9", 1000), "2023-02-23x",
	} {
		if got, ok := Parse(in); ok {
			t.Errorf("Parse(%q) = %q, want none", in, got)
		}
	}
	for _, path := range []string{"/", "/news/471031-new-york", "/12345678/", "/2020/13/40/x", "/a/1206313/b"} {
		if got, ok := OfPath(path); ok {
			t.Errorf("OfPath(%q) = %q, want none", path, got)
		}
	}
}

// FuzzDate parses any line: a date is a fixed point of Parse.
func FuzzDate(f *testing.F) {
	for _, form := range dateForms {
		in, _, _ := strings.Cut(form.example, " => ")
		f.Add(in)
	}
	f.Fuzz(func(t *testing.T, s string) {
		edtf, ok := Parse(s)
		if !ok {
			return
		}
		if again, ok := Parse(edtf); !ok || again != edtf {
			t.Fatalf("Parse(%q) = %q, which is read as %q", s, edtf, again)
		}
	})
}
