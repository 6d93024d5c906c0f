package page

// pageParts are the templates of a page: its head, one document, its foot.
//
// Where a line would be too long it is broken: {{- takes the break away, before
// {{- /**/}} too, which is nothing.
const pageParts = `
{{- define "head" -}}
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{{.Policy}}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{{.Title}}</title>
<style>{{.Style}}</style>
</head>
<body>
<div class="key">
<p><span class="m speaker">Speaker</span>, <span class="m cue">cue</span> and
{{- /**/}} <span class="m content c1">content,
{{- /**/}} <span class="m content c2">with another inside</span></span>;
{{- /**/}} <span class="m value">time or amount</span>;
{{- /**/}} <span class="m cited">source cited</span>;
{{- /**/}} <span class="m trigger">event</span>.
{{- /**/}} <span class="signs"><b>✗</b> denied, <b>∅</b> omitted, <b>–</b> declined.</span></p>
<p class="screen">Point at a card to light its words,
{{- /**/}} at a time or an amount to see its value.
{{- /**/}} <label><input type="checkbox" id="events" checked> Show events</label></p>
</div>
{{end -}}

{{- define "pieces"}}{{range .}}
{{- range .Refs}}{{template "ref" .}}{{end}}
{{- template "piece" .}}{{end}}{{end -}}

{{- define "ref"}}<a class="ref{{if .Event}} ev{{end}}" id="{{.Anchor}}-here"
{{- /**/}} href="#{{.Anchor}}">{{.Label}}{{with .Sign}} {{.}}{{end}}</a>{{end -}}

{{- define "piece"}}
{{- if .Datetime}}<time class="{{.Class}}" datetime="{{.Datetime}}"
{{- /**/}} title="{{.Title}}">{{.Text}}</time>
{{- else if .Value}}<data class="{{.Class}}" value="{{.Value}}"
{{- /**/}} title="{{.Title}}">{{.Text}}</data>
{{- else if .Class}}<span class="{{.Class}}">{{.Text}}</span>
{{- else}}{{.Text}}{{end}}{{end -}}

{{- define "who"}}<span class="speaker" dir="auto">{{.Speaker}}</span>
{{- with .Name}} <span class="name" dir="auto">{{.}}</span>{{end}}
{{- with .Cue}} <span class="cue" dir="auto">{{.}}</span>{{end}}
{{- with .Stand}} <b class="stand">{{.}}</b>{{end}}
{{- with .To}} <span class="to" dir="auto">to {{.}}</span>{{end}}{{end -}}

{{- define "parties"}}
{{- if .Actors}}<span class="party" dir="auto">{{.Actors}}</span>
{{- else}}<span class="none">(no actor)</span>{{end}}
{{- with .Recipients}} → <span class="party" dir="auto">{{.}}</span>{{end}}
{{- end -}}

{{- define "happened"}}“<span dir="auto">{{.Trigger}}</span>” ·
{{- if .Negated}} <b class="stand">{{.Status}}</b>{{else}} {{.Status}}{{end}}
{{- range .Facts}} · {{.}}{{end}}{{$as := .As}}
{{- with .Within}} · {{$as}} in <a href="#{{.Anchor}}">{{.Label}}</a>{{end}}
{{- with .Low}} · <b class="low">score {{.}}</b>{{end}}{{end -}}

{{- define "facts"}}{{with .Stance}}<span class="stance">{{.}}</span> · {{end}}
{{- range $i, $f := .Facts}}{{if $i}} · {{end}}{{$f}}{{end}}
{{- with .Within}} · within <a href="#{{.Anchor}}">{{.Label}}</a>{{end}}
{{- with .Low}} · <b class="low">score {{.}}</b>{{end}}{{end -}}

{{- define "number"}}<a class="n" href="#{{.Anchor}}-here">{{.Label}}</a>{{end -}}

{{- define "article"}}
<article id="{{.Anchor}}"{{with .Language}} lang="{{.}}"{{end}}>
<header>
<h1 dir="auto">{{with .Heading}}{{template "pieces" .}}{{else}}{{.Title}}{{end}}</h1>
<p>{{range $i, $s := .Source}}{{if $i}} · {{end}}{{$s}}{{end}} · {{.Count}}
{{- with .URL}} · <a href="{{.}}" rel="noreferrer">original</a>{{end}}</p>
</header>
{{range .Paragraphs}}<div class="row">
<p class="text" dir="auto">{{template "pieces" .Pieces}}</p>
{{if or .Cards .Events}}<ul class="cards">
{{range .Cards}}<li class="card {{.Tie}}" id="{{.Anchor}}">
{{- template "number" .}}<div>
{{- template "who" .}}<div class="said" dir="auto">{{.Content}}</div>
{{- with .Due}}<div class="due" dir="auto"><b>due</b> {{.}}</div>{{end}}
{{- /**/}}<div class="facts">{{template "facts" .}}</div></div></li>
{{end}}{{range .Events}}<li class="card event {{.Tie}}" id="{{.Anchor}}">
{{- template "number" .}}<div>
{{- /**/}}<span class="type">{{.Type}}</span> {{template "parties" .}}
{{- /**/}}<div class="facts">{{template "happened" .}}</div></div></li>
{{end}}</ul>
{{end}}</div>
{{end}}{{with .Cards}}<ol class="notes">
{{range .}}<li value="{{.Label}}">{{template "who" .}}:
{{- /**/}} <span dir="auto">{{.Content}}</span>
{{- with .Due}} <span class="due"><b>due</b> {{.}}</span>{{end}}
{{- /**/}} <span class="facts">{{template "facts" .}}</span></li>
{{end}}</ol>
{{end}}{{with .Events}}<ul class="notes events">
{{range .}}<li><b>{{.Label}}</b> <span class="type">{{.Type}}</span>
{{- /**/}} {{template "parties" .}}
{{- /**/}} <span class="facts">{{template "happened" .}}</span></li>
{{end}}</ul>
{{end}}<footer>{{.Made}}</footer>
</article>
{{end -}}

{{- define "foot"}}{{if gt (len .) 1}}<nav aria-label="Documents"><ol>
{{range .}}<li><a href="#{{.Anchor}}" dir="auto">{{.Title}}</a>
{{- /**/}} <span>{{.Count}}</span></li>
{{end}}</ol></nav>
{{end}}</body>
</html>
{{end -}}
`

// pageStyle is the style of a page, without the ties of cards to words.
const pageStyle = `
:root{color-scheme:light dark;
--paper:#fdfcfa;--ink:#22201d;--soft:#6a655d;--line:#e4dfd6;
--speaker:#0a6a60;--cue:#8a5300;--content:#7f93b8;--wash:#3d63ac12;--wash2:#3d63ac24;
--wash3:#3d63ac38;
--event:#7a4a8c;--box:#7a4a8c85;--stand:#a8261b;--lit:#ffe9a8;--low:#a8261b;
--serif:"Iowan Old Style","Palatino Linotype",Palatino,"Book Antiqua","Source Serif 4",Georgia,serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
@media (prefers-color-scheme:dark){:root{
--paper:#171614;--ink:#e4dfd5;--soft:#a09a8f;--line:#35322d;
--speaker:#79cdbf;--cue:#e2b062;--content:#6f86b3;--wash:#8fb0f01a;--wash2:#8fb0f02e;
--wash3:#8fb0f045;
--event:#c9a3d8;--box:#c9a3d885;--stand:#ff9a8d;--lit:#5a4a14;--low:#ff9a8d}}
*{box-sizing:border-box}
html{background:var(--paper);color:var(--ink);-webkit-text-size-adjust:100%;
scroll-padding-top:30vh}
body{margin:0 auto;padding:2.5rem 1.25rem 5rem;max-width:71rem;display:flex;flex-direction:column;
font:1.125rem/1.68 var(--serif);text-rendering:optimizeLegibility}
a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.2em}
a:hover{text-decoration-color:currentColor}
a:focus-visible{outline:2px solid var(--speaker);outline-offset:2px;border-radius:2px}
.key,header p,nav,footer,.cards,.facts{font-family:var(--sans)}
.key{order:-2;margin:0 0 2.5rem;font-size:.8125rem;line-height:2;color:var(--soft)}
.key p{margin:0}
.key .m,.key b{color:var(--ink)}
.key .signs{white-space:nowrap}
label{white-space:nowrap;cursor:pointer}
input{vertical-align:-.12em;margin:0 .15em 0 .5em;accent-color:var(--event)}
nav{order:-1;max-width:37rem;margin-bottom:3rem;overflow-wrap:anywhere;
font-size:.9375rem;line-height:1.5}
nav ol{margin:0;padding-left:1.5em}
nav li{margin:.3em 0}
nav span{color:var(--soft);font-size:.8125rem;white-space:nowrap}
article+article{margin-top:4rem;padding-top:4rem;border-top:1px solid var(--line)}
header{max-width:37rem;margin-bottom:2.25rem}
h1{margin:0 0 .5rem;font-size:clamp(1.6rem,1.2rem + 2vw,2.3rem);line-height:1.2;
font-weight:600;letter-spacing:-.012em;text-wrap:balance;overflow-wrap:anywhere}
header p{margin:0;font-size:.875rem;line-height:1.5;color:var(--soft);
overflow-wrap:anywhere}
.row{margin-bottom:1.15em}
.text{margin:0;max-width:37rem;white-space:pre-line;overflow-wrap:anywhere;
hanging-punctuation:first}
.m{-webkit-box-decoration-break:clone;box-decoration-break:clone;
transition:background-color .12s}
.content{padding:.1em 0;background:var(--wash);
border-bottom:1px solid var(--content)}
.c2{background:var(--wash2);border-bottom:3px double var(--content)}
.c3{background:var(--wash3);border-bottom:3px solid var(--content)}
.m.speaker{text-decoration:underline solid 2px var(--speaker);
text-underline-offset:.2em}
.m.cue{text-decoration:underline dashed 1.5px var(--cue);text-underline-offset:.22em}
.m.speaker.cue{text-decoration:underline double 2px var(--speaker)}
.value{text-decoration:underline dotted 1px var(--soft);text-underline-offset:.22em}
.cited{font-style:italic}
.trigger{padding:0 .14em;outline:1px solid var(--box);border-radius:.18em}
.ref{font:600 .62em/1 var(--sans);vertical-align:.55em;margin:0 .2em 0 .1em;
padding:.1em .15em;
text-decoration:none;color:var(--soft);font-variant-numeric:tabular-nums}
.ref:hover,.ref:target{color:var(--paper);background:var(--ink);border-radius:.2em}
.ref.ev{margin:0 .25em 0 .1em;font-weight:500;color:var(--event)}
.cards{list-style:none;margin:.6rem 0 0;padding:0;font-size:.8125rem;line-height:1.4;
color:var(--soft)}
.card{display:flex;gap:.55rem;padding:.25rem .5rem .3rem .25rem;
border-left:2px solid var(--line);
overflow-wrap:anywhere;transition:background-color .12s}
.card>div{min-width:0}
.card:target{border-left-color:var(--ink);background:var(--lit)}
.n{flex:none;min-width:1.9em;font-weight:600;text-decoration:none;color:var(--soft);
text-align:right;
font-variant-numeric:tabular-nums}
.card .speaker,.notes .speaker{color:var(--speaker);font-weight:600}
.card .cue,.notes .cue{color:var(--cue);font-style:italic}
.name::before{content:"= "}
.stand{font-weight:600;color:var(--stand);white-space:nowrap}
.to,.party{color:var(--ink)}
.due{margin-top:.1rem;color:var(--ink)}
.due b{font-weight:600;color:var(--soft)}
.stance{color:var(--ink)}
.type{font-size:.6875rem;font-weight:600;letter-spacing:.05em;color:var(--event)}
.event{border-left-style:dotted}
.event .n{font-weight:500;color:var(--event)}
body:has(#events:not(:checked)) :is(.event,.ev,.events){display:none}
body:has(#events:not(:checked)) article .trigger{outline:none}
.said{display:none;margin:.2rem 0;color:var(--ink);font-family:var(--serif);
font-size:.9375rem}
.card:target .said,.card:focus-within .said{display:block}
.facts{font-size:.75rem;color:var(--soft)}
.low{font-weight:600;color:var(--low)}
.notes{display:none}
footer{margin-top:2.5rem;font-size:.75rem;line-height:1.4;color:var(--soft);
overflow-wrap:anywhere}
@media (min-width:58rem){
.row{display:grid;grid-template-columns:minmax(0,37rem) minmax(0,1fr);gap:0 3rem}
.cards{margin-top:.35rem}}
@media (max-width:30rem){body{padding-top:1.5rem;font-size:1.0625rem;
line-height:1.62}}
@media (prefers-reduced-motion:reduce){*{transition:none!important}}
@media print{
@page{margin:2.2cm 2.4cm}
:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--speaker:#000;--cue:#000;
--content:#777;--event:#000;--box:#555;--stand:#000;--low:#000;--lit:none}
body{display:block;max-width:none;padding:0;font-size:10.5pt;line-height:1.5}
header,.text{max-width:none}
h1{font-size:18pt}
.text{orphans:3;widows:3;text-align:left}
.cards,.screen,nav{display:none}
.key{margin-bottom:1.5rem}
.ref,.ref.ev{color:#000}
article+article{break-before:page;border:0;margin:0;padding:0}
.notes{display:block;margin:2em 0 0;padding:.8em 0 0 2em;border-top:1px solid #000;
font-size:8.5pt;line-height:1.4}
.notes li{margin:.25em 0;break-inside:avoid}
.notes.events{list-style:none;margin-top:1em;padding-left:0}
.notes .due::before,.notes .facts::before{content:"· "}
.notes .facts,footer{font-size:7.5pt}}
`
