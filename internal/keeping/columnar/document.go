package columnar

import "readout/record"

// source are the columns that say which document a row is of.
type source struct {
	Document       string `parquet:"document" help:"id of the document"`
	Title          string `parquet:"title,optional" help:"title of the document"`
	URL            string `parquet:"url,optional" help:"address of the document"`
	Publisher      string `parquet:"publisher,optional,dict" help:"who published it"`
	Published      string `parquet:"published,optional,dict" help:"when it was published, EDTF; null when that is not known"`
	PublishedStart day    `parquet:"published_start,optional,date" help:"first day of that"`
	PublishedEnd   day    `parquet:"published_end,optional,date" help:"last day of that"`
	Offsets        string `parquet:"offsets,dict" help:"what offsets count: codepoint; another unit only where the text was left out"`
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
	Authors    []string `parquet:"authors,list" help:"who wrote it"`
	Modified   string   `parquet:"modified,optional" help:"when it was last changed, EDTF"`
	Fetched    string   `parquet:"fetched,optional" help:"when it was fetched, RFC 3339"`
	Language   string   `parquet:"language,optional,dict" help:"its language, BCP 47"`
	Genre      string   `parquet:"genre,optional,dict" help:"the kind of document"`
	Text       *string  `parquet:"text,optional" help:"the frozen text; null where it was left out"`
	Length     int64    `parquet:"length" help:"length of the text"`
	TextSHA256 string   `parquet:"text_sha256" help:"digest of the text in UTF-8"`
	Statements int64    `parquet:"statements" help:"how many statements the record has"`
	Events     int64    `parquet:"events" help:"how many events the record has"`
	Entities   []string `parquet:"entities,list" help:"names of the entities"`
	Citations  []string `parquet:"citations,list" help:"words of the citations"`
	Warnings   []string `parquet:"warnings,list" help:"what a reader should know of how it was read"`
	Input      string   `parquet:"input,optional" help:"what was read, as named on the command line"`
	Pipeline   string   `parquet:"pipeline,optional,dict" help:"the version of readout that read it"`
	Models     []string `parquet:"models,list" help:"its models, each with its digest"`
	Created    string   `parquet:"created,optional" help:"when it was read, RFC 3339"`
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
	Citation  string   `parquet:"citation" help:"id of the citation within its document"`
	Words     string   `parquet:"words" help:"the words of the citation"`
	Sources   []string `parquet:"sources,list" help:"the sources that it names, in words of the text"`
	SourceURL string   `parquet:"source_url,optional" help:"the address that it leads to"`
	Times     []string `parquet:"times,list" help:"values of its times"`
	Covers    []string `parquet:"covers,list" help:"ids of the statements and events that rest on it"`
	Score     *float64 `parquet:"score,optional" help:"probability that it is a citation, 0 to 1"`
	Start     int64    `parquet:"start" help:"where it begins"`
	End       int64    `parquet:"end" help:"where it ends"`
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
