// Package pubdate reads the dates that publications carry: on a line under the
// headline, in the data of a page, in an address.
//
// In goes the line as written, out comes an EDTF string with the precision
// that it has: a day, a month or a year. A date that does not exist or that
// may be read in two ways ("03/04/2020") is none; nothing is guessed. The date
// is the one written, in the zone of its writer.
//
// Limits: English month names; dates relative to another are package timex's.
package pubdate

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// A dateForm is one way to write the date of a publication. Its groups are
// named y, m, d; a form without a group for d gives a month.
type dateForm struct {
	name    string
	pattern *regexp.Regexp
	example string // "as written => EDTF"
}

const (
	weekdays = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? +)?`
	monthsRE = `(?P<m>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|` +
		`aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`
	yearRE = `(?P<y>(?:1[6-9]|20)\d\d)`
	// clock is a time of day with its zone, before or after the date.
	clock = `(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)? *(?:[ap]\.?m\.?)? *(?:\(?[a-z]{1,4}\)?|[+-]\d\d:?\d\d)?` +
		`|\d{1,2} *[ap]\.?m\.? *(?:[a-z]{1,4})?)`
	after = `(?:,? *(?:at |[|·•–—-] *)?` + clock + `)?\W*$`
)

// dateForms are tried in order on a whole line or value, in lower case.
var dateForms = []dateForm{
	{
		"iso", regexp.MustCompile(`^` + yearRE + `-(?P<m>\d\d)-(?P<d>\d\d)(?:[t ]\d\d:?\d\d.*)?$`),
		"2006-02-23T10:48:00+00:00 => 2006-02-23",
	},
	{"iso month", regexp.MustCompile(`^` + yearRE + `-(?P<m>\d\d)$`), "2023-02 => 2023-02"},
	{"year", regexp.MustCompile(`^` + yearRE + `$`), "2023 => 2023"},
	{
		"slashes, year first", regexp.MustCompile(`^` + yearRE + `/(?P<m>\d{1,2})/(?P<d>\d{1,2})(?: .*)?$`),
		"2019/11/19 10:48 => 2019-11-19",
	},
	{
		"digits", regexp.MustCompile(`^` + yearRE + `(?P<m>\d\d)(?P<d>\d\d)(?:t?\d{4,6}z?)?$`),
		"20191119 => 2019-11-19",
	},
	{
		"month first", regexp.MustCompile(`^(?:` + clock + `,? +)?` + weekdays + monthsRE +
			` +(?P<d>\d{1,2})(?:st|nd|rd|th)?,? +` + yearRE + after),
		"Thursday, February 23, 2006 => 2006-02-23",
	},
	{
		"day first", regexp.MustCompile(`^(?:` + clock + `,? +(?:on )?)?` + weekdays +
			`(?P<d>\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]+` + monthsRE + `,?[ -]+` + yearRE + after),
		"16 September 2020 => 2020-09-16",
	},
	{
		"day before year of the clock", regexp.MustCompile(`^` + clock + `[, ]+` + weekdays + monthsRE +
			` +(?P<d>\d{1,2}),? +` + yearRE + `\W*$`),
		"10:48, Tue, Nov 19, 2019 => 2019-11-19",
	},
	{"month and year", regexp.MustCompile(`^` + monthsRE + `,? +` + yearRE + `\W*$`), "Sept. 2020 => 2020-09"},
	{
		"dots", regexp.MustCompile(`^(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.` + yearRE + `(?: .*)?$`),
		"19.11.2019 => 2019-11-19",
	},
}

// ambiguous is a date whose first two numbers may be day and month or month
// and day. It is read only when one of them can be no month.
var ambiguous = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?:,? .*)?$`)

// Parse reads a date as publications write it and gives it in EDTF with
// the precision it has: "2023-02-23", "2023-02" or "2023". A date that does
// not exist or may be read in two ways is none.
func Parse(s string) (edtf string, ok bool) {
	s = strings.ToLower(strings.Join(strings.Fields(s), " "))
	if len(s) > maxDateLine {
		return "", false
	}
	for _, form := range dateForms {
		match := form.pattern.FindStringSubmatch(s)
		if match == nil {
			continue
		}
		group := func(name string) string {
			if i := form.pattern.SubexpIndex(name); i >= 0 {
				return match[i]
			}
			return ""
		}
		return edtfOf(group("y"), group("m"), group("d"))
	}
	return parseAmbiguous(s)
}

// maxDateLine is the length of the longest line that is looked at for a date,
// in bytes.
const maxDateLine = 120

func parseAmbiguous(s string) (string, bool) {
	match := ambiguous.FindStringSubmatch(s)
	if match == nil {
		return "", false
	}
	monthFirst, a := edtfOf(match[3], match[1], match[2])
	dayFirst, b := edtfOf(match[3], match[2], match[1])
	switch {
	case a && (!b || monthFirst == dayFirst):
		return monthFirst, true
	case b && !a:
		return dayFirst, true
	}
	return "", false
}

var monthNames = [...]string{
	"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
}

// edtfOf is the date of a year, month and day as written, the last two perhaps
// empty.
func edtfOf(year, month, day string) (string, bool) {
	if month == "" {
		return year, true
	}
	m, err := strconv.Atoi(month)
	if err != nil {
		m = monthOf(month)
	}
	if m < 1 || m > 12 {
		return "", false
	}
	if day == "" {
		return fmt.Sprintf("%s-%02d", year, m), true
	}
	edtf := fmt.Sprintf("%s-%02d-%s", year, m, fmt.Sprintf("%02s", day))
	if _, err := time.Parse(time.DateOnly, edtf); err != nil {
		return "", false
	}
	return edtf, true
}

func monthOf(name string) int {
	for i, short := range monthNames {
		if strings.HasPrefix(name, short) {
			return i + 1
		}
	}
	return 0
}

// urlDates are the ways to put a date into an address.
var urlDates = []dateForm{
	{
		"folders", regexp.MustCompile(`/` + yearRE + `/(?P<m>\d{1,2}|[a-z]{3})/(?P<d>\d{1,2})(?:/|$)`),
		"/world/2019/nov/18/talks => 2019-11-18",
	},
	{
		"dashes", regexp.MustCompile(`[/_-]` + yearRE + `-(?P<m>\d\d)-(?P<d>\d\d)(?:[/_.-]|$)`),
		"/news/2019-11-18-talks => 2019-11-18",
	},
	{
		"digits", regexp.MustCompile(`[/_-]` + yearRE + `(?P<m>[01]\d)(?P<d>[0-3]\d)(?:[/_.-]|$)`),
		"/news/20191118/talks => 2019-11-18",
	},
	{
		"month folder", regexp.MustCompile(`/` + yearRE + `/(?P<m>\d\d)(?:/|$)`),
		"/2019/11/talks => 2019-11",
	},
}

// OfPath finds the date that the path of an address names.
func OfPath(path string) (string, bool) {
	path = strings.ToLower(path)
	for _, form := range urlDates {
		match := form.pattern.FindStringSubmatch(path)
		if match == nil {
			continue
		}
		day := ""
		if i := form.pattern.SubexpIndex("d"); i >= 0 {
			day = match[i]
		}
		y, m := match[form.pattern.SubexpIndex("y")], match[form.pattern.SubexpIndex("m")]
		if edtf, ok := edtfOf(y, m, day); ok {
			return edtf, true
		}
	}
	return "", false
}
