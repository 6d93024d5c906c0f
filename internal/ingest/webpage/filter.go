package webpage

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// A leftover is a kind of line that pages mix into the article and that says
// nothing of its matter. Readers skip it; a record must not quote it.
type leftover struct {
	name    string
	pattern *regexp.Regexp
	longest int    // words; a longer block is left in
	example string // a block that the row must drop
}

const month = `(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`

// leftovers are looked for in every block of the article.
var leftovers = []leftover{
	{
		"label", regexp.MustCompile(`(?i)^[\[(<]?(advert|advertisement|sponsored|promoted|` +
			`loading|close|caption|comments?|leave a comment|share|share (this|on) .*|print|e-?mail|` +
			`image|photos?|video|watch|listen|topics|tags|sources?|top|home|back to top|reply|` +
			`view (all|more|gallery)|show (more|less)|skip to .*|hide caption|toggle caption|` +
			`enlarge this image|copy link|link copied|save|next|previous|sign in|log in)\W*$`),
		6, "Advertisement",
	},
	{
		"other stories", regexp.MustCompile(`(?i)^\W*(related( (post|story|stories|articles?|` +
			`content|coverage|topics|links|news|video))?|read (more|also|next|now)|also read|see (more|also)|` +
			`don['’]t miss|you (may|might) (also )?(like|be interested in)|` +
			`recommended( for you)?|what to read next|most (read|popular)|trending( now)?|` +
			`must[- ]reads?|in case you missed it|keep reading|story continues below.*)` +
			`(\W*$|\s*[:|…–—]\s*.*)`),
		30, "READ MORE: Ministers meet in Paris",
	},
	{
		"more", regexp.MustCompile(`(?i)^\W*more (from|on|about|stories|news)\b[^.!?]*:?$`),
		12, "More from the World desk",
	},
	{
		"newsletter", regexp.MustCompile(`(?i)\b(sign(ing)? up|subscrib\w+|register|click here|get (the|our))\b` +
			`.*\b(newsletters?|inbox|letterbox|e-?mail (alerts?|updates?|list)|daily briefing|push alerts?|` +
			`our (free )?app|news app|issues for)\b`),
		45, "Sign up for our newsletter to get the day's politics in your inbox.",
	},
	{
		"inbox", regexp.MustCompile(`(?i)\b((straight|right|delivered|direct(ly)?) (to|in|into|through) your ` +
			`(inbox|letterbox|e-?mail))\b`),
		45, "Politics, delivered to your inbox every morning.",
	},
	{
		"app", regexp.MustCompile(`(?i)^\W*click here (to|for)\b`),
		20, "CLICK HERE TO GET THE NEWS APP",
	},
	{
		"follow", regexp.MustCompile(`(?i)^\W*(follow|like|join|find|connect with|tweet) .{0,80}\b(on|at|via) ` +
			`(twitter|facebook|instagram|youtube|linkedin|tumblr|snapchat|telegram|whatsapp|bluesky|threads|mastodon|x)\b`),
		40, "Follow our politics desk on Twitter and Facebook.",
	},
	{
		"tip", regexp.MustCompile(`(?i)(\bhave a (news )?tip\b|\b(may|can) be (reached|contacted) at\b|` +
			`^\W*(e-?mail|contact) (the (author|writer|reporter)|us)\b|\bsend (us )?(your )?tips? to\b)`),
		35, "Jane Roe can be reached at jroe@example.org.",
	},
	{
		"desk credit", regexp.MustCompile(`(?i)^\W*((additional )?(reporting|writing|editing|compiled|edited|translated) ` +
			`(and \w+ )?by\b|reporting for\b).*$`),
		40, "(Reporting by Jane Roe in Paris; editing by John Doe)",
	},
	{
		"contributors", regexp.MustCompile(`(?i)\bcontributed (reporting )?to this (report|story|article)\W*$`),
		40, "Associated Press writers Jane Roe and John Doe contributed to this report.",
	},
	{
		"rights", regexp.MustCompile(`(?i)(^\W*(©|\(c\)|copyright( ©| \(c\)|,? \d))|\ball rights reserved\b|` +
			`\bmay not be (published, broadcast|reproduced|republished)\b)`),
		60, "© 2019 Example News. All rights reserved.",
	},
	{
		"affiliates", regexp.MustCompile(`(?i)\b(may|might|will) (earn|receive|get|make) (an? |some )?` +
			`(affiliate |small )?(commission|share|money)\b`),
		50, "We may earn an affiliate commission from links on this page.",
	},
	{
		"house rules", regexp.MustCompile(`(?i)\b(moderat(e|ing) (all )?comments|comments (are|have been) (closed|disabled|moderated)|` +
			`(enable|turn on) javascript|browser does not support|use of cookies|we use cookies)\b`),
		50, "Please enable JavaScript to view the comments.",
	},
	{
		"stamp", regexp.MustCompile(`(?i)^\W*((first |last )?(published|updated|posted|modified|created)( on| at)?\b\W*` +
			`.*\d|(by|from) [^.!?]*\b(\d{4}|\d{1,2}:\d\d)\b)`),
		16, "PUBLISHED: 10:48, Tue, Nov 19, 2019 | UPDATED: 11:05",
	},
	{
		"date", regexp.MustCompile(`(?i)^\W*((mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?(\d{1,2}[ -]` + month +
			`|` + month + `[ -]\d{1,2}(st|nd|rd|th)?)\b[ ,\d:.apmgtest|-]*$`),
		8, "Thursday, September 10, 2018 |",
	},
	{
		"byline", regexp.MustCompile(`^(By|BY|Words by|Written by|Posted by) [\p{Lu}@][^.!?:]*$`),
		9, "By Jane Roe",
	},
	{
		"picture", regexp.MustCompile(`(?i)[(\[](photo|image|picture|file photo|credit|photo credit|video|ap photo|getty)\b[^)\]]*[)\]]\W*$`),
		60, "The minister on Monday. (Photo: Jane Roe)",
	},
	{
		"address", regexp.MustCompile(`^(https?://|www\.)\S+$`),
		80, "https://news.example.org/world/article-14848382.php",
	},
	{
		"shortcode", regexp.MustCompile(`^\[/?[a-z_]+( [^\]]*)?\]`),
		40, `[button link="https://example.org/"]Send us yours[/button]`,
	},
}

// drops tells a leftover.
func (l leftover) drops(s string) bool {
	return words(s) <= l.longest && l.pattern.MatchString(s)
}

// maxLinkedLine is the share of a line's bytes above which the line is a link
// to another story and no part of this one.
const maxLinkedLine = 0.8

// filter drops what readers skip: leftovers, lines that are links, the title
// said again, and what stands on the page twice.
func filter(in []*block, title string) []*block {
	var out []*block
	title = fold(title)
	for _, b := range in {
		if b.linked() > maxLinkedLine || isLeftover(b.text) || isTitle(b.text, title) {
			continue
		}
		if len(out) > 0 && out[len(out)-1].text == b.text {
			continue
		}
		out = append(out, b)
	}
	return out
}

// maxLeftover is the length of the longest block that is looked at for being
// a leftover, in bytes: patterns are slow on long lines.
const maxLeftover = 600

func isLeftover(s string) bool {
	return len(s) <= maxLeftover &&
		slices.ContainsFunc(leftovers, func(l leftover) bool { return l.drops(s) })
}

// isTitle tells a block that is the title, which is folded, perhaps without the
// outlet's name that page titles end in.
func isTitle(s, title string) bool {
	s = fold(s)
	return s != "" && (s == title || len(s) > len(title)*2/3 && strings.HasPrefix(title, s))
}

func notWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// fold keeps the letters and digits of s, in lower case.
func fold(s string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(s), notWord), " ")
}
