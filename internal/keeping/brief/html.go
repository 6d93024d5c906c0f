package brief

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"io"
	"strings"
)

// writeHTML writes a brief as one page. Numbers lead to their endnotes and back.
func writeHTML(w io.Writer, b *Brief) error {
	sum := sha256.Sum256([]byte(style))
	parts := template.Must(template.New("brief").Funcs(template.FuncMap{
		"number": func(i int) int { return i + 1 },
		"join":   func(s []string) string { return strings.Join(s, ", ") },
		"bare":   func(s string) string { return strings.TrimSuffix(s, ":") },
		"colon":  func(s string) string { return s[len(strings.TrimSuffix(s, ":")):] },
	}).Parse(page))
	return parts.Execute(w, struct {
		Title, Summary, Asked, Policy string
		Style                         template.CSS
		Groups                        []*group
		Notes                         []note
	}{
		b.title(), b.summary(), b.opts.Asked,
		"default-src 'none'; base-uri 'none'; form-action 'none'; " +
			"style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'",
		template.CSS(style), b.order, b.notes,
	})
}

const style = `
:root{color-scheme:light dark}
body{font:17px/1.5 Georgia,serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1,h2{line-height:1.2;font-family:system-ui,sans-serif}
h2{margin:2rem 0 .3rem}
.about,.facts{opacity:.75}
li{margin:.35rem 0;overflow-wrap:anywhere}
sup a{text-decoration:none;padding:0 .15em}
.notes{font-size:.85em}
li:target{outline:2px solid;outline-offset:3px}
@media print{body{max-width:none;font-size:11pt}}
`

const page = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="{{.Policy}}">
<meta name="referrer" content="no-referrer">
<title>{{.Title}}</title>
<style>{{.Style}}</style>
</head>
<body>
<h1>{{.Title}}</h1>
<p>{{.Summary}}{{with .Asked}}<br>Asked: {{.}}{{end}}</p>
{{range .Groups}}<section>
<h2>{{.Name}}</h2>
{{with .About}}<p class="about"><em>{{.}}</em></p>
{{end}}<ul>
{{range .Entries}}<li id="i{{.Note}}">{{range .Runs}}{{if .Strong}}<strong>{{bare .Text}}</strong>{{colon .Text}}{{else if .Slim}}<em>{{bare .Text}}</em>{{colon .Text}}{{else}}{{.Text}}{{end}} {{end}}<sup><a href="#n{{.Note}}">{{.Note}}</a></sup></li>
{{end}}</ul>
</section>
{{end}}{{if .Notes}}<section class="notes">
<h2>Sources</h2>
<ol>
{{range $i, $n := .Notes}}<li id="n{{number $i}}">{{if .As}}As <a href="#n{{.As}}">{{.As}}</a>.{{else}}{{join .Source}}{{with .URL}}, <a href="{{.}}" rel="noopener noreferrer nofollow">{{.}}</a>{{end}}.{{end}}{{with .Quote}} <q>{{.}}</q>{{end}} <span class="facts">{{with .Facts}}{{.}}. {{end}}<code>{{.ID}}</code></span> <a href="#i{{number $i}}" aria-label="back to the text">↩</a></li>
{{end}}</ol>
</section>
{{end}}</body>
</html>
`
