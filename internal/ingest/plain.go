package ingest

import (
	"cmp"
	"regexp"
	"strings"
	"unicode"

	"readout/internal/ingest/byline"
	"readout/internal/ingest/pubdate"
)

// readPlain makes a document of text. The text stays as it is, but for \r\n;
// lines at its top and foot that name its publication are read as well.
func readPlain(src string) Document {
	doc := Document{Text: strings.ReplaceAll(src, "\r\n", "\n")}
	if n := strings.Count(doc.Text, "\x00"); n > 0 {
		doc.warn("the text holds %d NUL characters", n)
	}
	body, day := doc.readTop()
	if !correction.MatchString(doc.Text[max(0, len(doc.Text)-correctionPart):]) {
		doc.readFoot(body) // the date of a correction is not that of the text
	}
	doc.Published = cmp.Or(doc.Published, day)
	return doc
}

// correction begins the note that a newspaper puts under an article, within
// the last bytes of the text.
var correction = regexp.MustCompile(`(?im)^(corrections?|clarification|editor['’]s note)\b`)

const correctionPart = 2000

// Limits on where lines about the publication are looked for.
const (
	topLines  = 8   // lines with words, from the first
	footLines = 5   // likewise from the last, which is read first
	longLine  = 200 // bytes; a longer line is a paragraph and ends the search
)

// readTop reads the lines before the text and returns the byte at which the
// text itself begins, and the day of a dateline. The first line that is about
// nothing else may be the title.
func (d *Document) readTop() (body int, day string) {
	at := 0
	for lines, other := 0, false; lines < topLines && at < len(d.Text); {
		line, after, _ := strings.Cut(d.Text[at:], "\n")
		day = cmp.Or(day, dayOf(line))
		if len(line) > longLine {
			return at, day
		}
		next := len(d.Text) - len(after)
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			at = next
			continue
		case d.readLine(line) || !strings.ContainsFunc(line, unicode.IsLetter):
		case !other && d.Title == "" && isTitleLine(line, after):
			d.Title = strings.TrimSpace(strings.TrimLeft(line, "#"))
		case d.Title != "" && d.Publisher == "" && byline.IsOutlet(line):
			d.Publisher = line
		case strings.Count(line, " ") >= proseSpaces:
			return at, day
		default:
			other = true
		}
		lines++
		at = next
	}
	return at, day
}

// readFoot reads the lines after the text, the last first, back to where the
// text itself begins.
func (d *Document) readFoot(body int) {
	rest := d.Text
	for range footLines {
		rest = strings.TrimRightFunc(rest, unicode.IsSpace)
		start := strings.LastIndexByte(rest, '\n') + 1
		if start <= body || len(rest)-start > longLine {
			return
		}
		d.readLine(strings.TrimSpace(rest[start:]))
		rest = rest[:start]
	}
}

// proseSpaces is the number of spaces of a line that begins the text itself: a
// line of 15 words is longer than bylines, dates and most second headings.
const proseSpaces = 14

// maxTitle is the largest number of spaces in a title: 25 words.
const maxTitle = 24

// dateline is the start of the first sentence of many reports, with its day.
var dateline = regexp.MustCompile(`^\p{Lu}[\p{Lu} .,'’-]+(?:, \p{L}[\p{L}. ]+)?` +
	`(?:,? (\p{L}+\.? \d{1,2}(?:,? \d{4})?|\d{1,2} \p{L}+\.?(?:,? \d{4})?))?(?: \([^)]+\))? ?[—–-]{1,2} `)

// dayOf returns the day in the dateline with which a line begins, in EDTF; "" when
// there is none, or it has no year.
func dayOf(line string) string {
	if match := dateline.FindStringSubmatch(line); match != nil {
		day, _ := pubdate.Parse(match[1])
		return day
	}
	return ""
}

// isTitleLine tells a title from the first line of a text: it is short, stands
// alone or before a line about the publication, starts no report, and is not
// all there is.
func isTitleLine(line, after string) bool {
	if strings.Count(line, " ") > maxTitle || dateline.MatchString(line) {
		return false
	}
	next, _, _ := strings.Cut(after, "\n")
	if next = strings.TrimSpace(next); next == "" {
		return strings.TrimSpace(after) != ""
	}
	return aboutPublication(next)
}

func aboutPublication(line string) bool {
	var probe Document
	return probe.readLine(line) || byline.IsOutlet(line)
}

// labels are the words before a colon by which a line says what it holds.
var labels = map[string]func(d *Document, value string) bool{
	"title": (*Document).takeTitle, "headline": (*Document).takeTitle,
	"author": (*Document).takeNames, "authors": (*Document).takeNames,
	"by": (*Document).takeNames, "byline": (*Document).takeNames,
	"date": (*Document).takeDate, "published": (*Document).takeDate,
	"publication date": (*Document).takeDate, "posted": (*Document).takeDate,
	"updated": (*Document).takeUpdate, "last updated": (*Document).takeUpdate,
	"modified": (*Document).takeUpdate,
	"source":   (*Document).takeOutlet, "outlet": (*Document).takeOutlet,
	"publisher": (*Document).takeOutlet, "publication": (*Document).takeOutlet,
	"url": (*Document).takeAddress, "link": (*Document).takeAddress,
}

// readLine reads a line that is about the publication, and tells whether it is.
func (d *Document) readLine(line string) bool {
	if len(line) > longLine {
		return false
	}
	if label, value, ok := strings.Cut(line, ":"); ok {
		take := labels[strings.ToLower(strings.Trim(label, "*_ "))]
		if take != nil && take(d, strings.Trim(value, `"*_ `)) {
			return true
		}
	}
	if d.takeAddress(line) || d.takeStamp(line) {
		return true
	}
	return d.takeByline(line)
}

var (
	stampParts = regexp.MustCompile(`\s+[|·•]\s+|\s*;\s*`)
	stampWord  = regexp.MustCompile(`(?i)^(?:first |originally )?(?:published|posted|filed)(?: on| at)?\b[ :]*`)
	updateWord = regexp.MustCompile(`(?i)^(?:last )?(?:updated|modified|revised)(?: on| at)?\b[ :]*`)
	outletDate = regexp.MustCompile(`^(.+?)(?:,| [|·•–—-]) +(.*\d{4}.*)$`)
)

// takeStamp reads a line of nothing but dates, "Updated" ones apart, and of an
// outlet before them.
func (d *Document) takeStamp(line string) bool {
	if edtf, ok := pubdate.Parse(line); ok && len(edtf) > len("2023") {
		return d.takeDate(line) // a year alone is a heading
	}
	taken := false
	for _, part := range stampParts.Split(line, -1) {
		switch {
		case updateWord.MatchString(part):
			taken = d.takeUpdate(updateWord.ReplaceAllString(part, "")) || taken
		case stampWord.MatchString(part):
			taken = d.takeDate(stampWord.ReplaceAllString(part, "")) || taken
		case taken:
			d.takeDate(part)
		}
	}
	if taken {
		return true
	}
	match := outletDate.FindStringSubmatch(line)
	if match == nil || !byline.IsOutlet(match[1]) {
		return false
	}
	return d.takeDate(match[2]) && d.takeOutlet(match[1])
}

var bylineWord = regexp.MustCompile(`^(?:By|BY|by|Written by|Reported by|Story by)\s+`)

// takeByline reads "By Jane Roe", "By JANE ROE and John Doe, Reuters" and
// "By Jane Roe | 16 September 2020".
func (d *Document) takeByline(line string) bool {
	if !bylineWord.MatchString(line) {
		return false
	}
	parts := stampParts.Split(bylineWord.ReplaceAllString(line, ""), -1)
	names, outlet := parts[0], ""
	if i := strings.LastIndex(names, ", "); i >= 0 && byline.IsOutlet(names[i+2:]) {
		names, outlet = names[:i], names[i+2:]
	}
	if !d.takeNames(names) {
		return false
	}
	if outlet == "" && len(byline.Names(names)) == 0 {
		outlet = names
	}
	for _, part := range append(parts[1:], outlet) {
		if !d.takeDate(part) && byline.IsOutlet(part) {
			d.takeOutlet(part)
		}
	}
	return true
}

func (d *Document) takeTitle(value string) bool {
	return take(&d.Title, value)
}

func (d *Document) takeOutlet(value string) bool {
	if match := outletDate.FindStringSubmatch(value); match != nil && d.takeDate(match[2]) {
		value = match[1]
	}
	return strings.ContainsFunc(value, unicode.IsLetter) && take(&d.Publisher, value)
}

func (d *Document) takeAddress(value string) bool {
	return !strings.Contains(value, " ") && isAddress(value) && take(&d.URL, value)
}

func (d *Document) takeDate(value string) bool {
	edtf, ok := pubdate.Parse(value)
	return ok && take(&d.Published, edtf)
}

func (d *Document) takeUpdate(value string) bool {
	edtf, ok := pubdate.Parse(value)
	return ok && take(&d.Modified, edtf)
}

// personName is a name as bylines write it, in capitals or not.
var personName = regexp.MustCompile(`^\p{Lu}[\p{L}.'’-]*(?: (?:(?:de|da|di|van|von|der|den|la|le|al|bin|el) )*\p{Lu}[\p{L}.'’-]*){1,4}$`)

// takeNames reads the names of a byline, which may be none: that of an outlet or
// an office alone.
func (d *Document) takeNames(value string) bool {
	names := byline.Names(value)
	for _, name := range names {
		if !personName.MatchString(name) {
			return false
		}
	}
	if len(d.Authors) == 0 {
		d.Authors = names
	}
	return value != ""
}

// take sets a field that is not set; a second line of the same kind is read
// and changes nothing.
func take(field *string, value string) bool {
	if value == "" {
		return false
	}
	if *field == "" {
		*field = value
	}
	return true
}
