package columnar

import "readout/record"

// source are the columns that say which document a row is of.
type source struct {
	Document       string `parquet:"document"`
	Title          string `parquet:"title,optional"`
	URL            string `parquet:"url,optional"`
	Publisher      string `parquet:"publisher,optional,dict"`
	Published      string `parquet:"published,optional,dict"`
	PublishedStart day    `parquet:"published_start,optional,date"`
	PublishedEnd   day    `parquet:"published_end,optional,date"`
	Offsets        string `parquet:"offsets,dict"`
}

// sourceHelp says what the columns of every row hold.
var sourceHelp = map[string]string{
	"document":        "id of the document",
	"title":           "title of the document",
	"url":             "address of the document",
	"publisher":       "who published it",
	"published":       "when it was published, EDTF; null when that is not known",
	"published_start": "first day of that",
	"published_end":   "last day of that",
	"offsets": "what offsets count: codepoint; another unit only where the " +
		"text was left out",
}

func sourceOf(r resolved) source {
	d := &r.Document
	from, to := dayPair(published(r))
	return source{
		Document: d.ID, Title: d.Title, URL: d.URL, Publisher: d.Publisher,
		Published: d.Published, PublishedStart: from, PublishedEnd: to,
		Offsets: r.Offsets.String(),
	}
}

// A documentRow is a document, with how much was read in it.
type documentRow struct {
	source
	Authors    []string `parquet:"authors,list"`
	Modified   string   `parquet:"modified,optional"`
	Fetched    string   `parquet:"fetched,optional"`
	Language   string   `parquet:"language,optional,dict"`
	Genre      string   `parquet:"genre,optional,dict"`
	Text       *string  `parquet:"text,optional"`
	Length     int64    `parquet:"length"`
	TextSHA256 string   `parquet:"text_sha256"`
	Statements int64    `parquet:"statements"`
	Events     int64    `parquet:"events"`
	Entities   []string `parquet:"entities,list"`
	Citations  []string `parquet:"citations,list"`
	Warnings   []string `parquet:"warnings,list"`
	Input      string   `parquet:"input,optional"`
	Pipeline   string   `parquet:"pipeline,optional,dict"`
	Models     []string `parquet:"models,list"`
	Created    string   `parquet:"created,optional"`
}

// documentHelp says what the columns of rows of documents hold.
var documentHelp = map[string]string{
	"authors":     "who wrote it",
	"modified":    "when it was last changed, EDTF",
	"fetched":     "when it was fetched, RFC 3339",
	"language":    "its language, BCP 47",
	"genre":       "the kind of document",
	"text":        "the frozen text; null where it was left out",
	"length":      "length of the text",
	"text_sha256": "digest of the text in UTF-8",
	"statements":  "how many statements the record has",
	"events":      "how many events the record has",
	"entities":    "names of the entities",
	"citations":   "words of the citations",
	"warnings":    "what a reader should know of how it was read",
	"input":       "what was read, as named on the command line",
	"pipeline":    "the version of readout that read it",
	"models":      "its models, each with its digest",
	"created":     "when it was read, RFC 3339",
}

func documentRows(r resolved) []documentRow {
	d := &r.Document
	row := documentRow{
		source: sourceOf(r), Authors: d.Authors, Modified: d.Modified, Fetched: d.Fetched,
		Language: d.Language, Genre: d.Genre.String(), Text: d.Text, Length: int64(d.Length),
		TextSHA256: d.TextSHA256, Statements: int64(len(r.Statements)), Events: int64(len(r.Events)),
		Warnings: r.Meta.Warnings, Input: r.Meta.Input, Pipeline: r.Meta.Pipeline,
		Models: r.Meta.Models, Created: r.Meta.Created,
	}
	for _, e := range r.Entities {
		row.Entities = append(row.Entities, e.Name)
	}
	for _, c := range r.Citations {
		row.Citations = append(row.Citations, c.Exact)
	}
	return []documentRow{row}
}

// A citationRow is a source that a text names.
type citationRow struct {
	source
	Citation  string   `parquet:"citation"`
	Words     string   `parquet:"words"`
	Sources   []string `parquet:"sources,list"`
	SourceURL string   `parquet:"source_url,optional"`
	Times     []string `parquet:"times,list"`
	Covers    []string `parquet:"covers,list"`
	Score     *float64 `parquet:"score,optional"`
	Start     int64    `parquet:"start"`
	End       int64    `parquet:"end"`
}

// citationHelp says what the columns of rows of citations hold.
var citationHelp = map[string]string{
	"citation":   "id of the citation within its document",
	"words":      "the words of the citation",
	"sources":    "the sources that it names, in words of the text",
	"source_url": "the address that it leads to",
	"times":      "values of its times",
	"covers":     "ids of the statements and events that rest on it",
	"score":      "probability that it is a citation, 0 to 1",
	"start":      "where it begins",
	"end":        "where it ends",
}

func citationRows(r resolved) []citationRow {
	covers := map[string][]string{}
	for _, s := range r.Statements {
		note(covers, s.Citations, s.ID)
	}
	for _, e := range r.Events {
		note(covers, e.Citations, e.ID)
	}
	var out []citationRow
	for _, c := range r.Citations {
		row := citationRow{
			source: sourceOf(r), Citation: c.ID, Words: c.Exact, SourceURL: c.URL,
			Covers: covers[c.ID], Score: c.Score,
			Start: int64(c.Span.Start), End: int64(c.Span.End), Sources: argNames(c.Sources, exact),
		}
		for _, id := range c.Times {
			if m := r.index.Moment(id); m.Text != "" {
				row.Times = append(row.Times, m.Text)
			}
		}
		out = append(out, row)
	}
	return out
}

// note adds an item to what each of the citations covers.
func note(covers map[string][]string, citations []string, item string) {
	for _, id := range citations {
		covers[id] = append(covers[id], item)
	}
}

// exact returns the words of the text that fill a role.
func exact(a *record.Arg) string { return a.Exact }

// argNames returns what name makes of all that fill a role.
func argNames(args []record.Arg, name func(*record.Arg) string) []string {
	var out []string
	for i := range args {
		out = append(out, name(&args[i]))
	}
	return out
}
