package citation

import (
	"strings"
	"sync"

	"readout/internal/reading/citation/bracket"
	"readout/internal/reading/citation/lead"
	"readout/internal/reading/phrase"
)

// A rule finds one form of citation at the words that open it. Each example is
// a sentence, the citation in it and its sources.
type rule struct {
	name     string
	words    string // in small letters; the rule is tried at each of them
	read     func(*reader, int) (Citation, bool)
	examples []string
}

var rules = sync.OnceValue(func() []rule {
	return []rule{
		{"bracket", `( [`, (*reader).bracket, []string{
			"The port reopened (Reuters, AP, May 2-4; see Kyiv Post, May 1). => " +
				"(Reuters, AP, May 2-4; see Kyiv Post, May 1) = Reuters | AP | Kyiv Post",
			"LIMA (AFP) - The vote was close. => (AFP) = AFP",
			"It joined the Korean Central News Agency (KCNA) later. => ",
			"The senator (a Democrat) left. => ",
		}},
		{"foot", `source sources`, (*reader).foot, []string{
			"Sources: Reuters, Le Monde => Sources: Reuters, Le Monde = Reuters | Le Monde",
			"Sources: none of note => ",
		}},
		{"according to", `according`, led(lead.AccordingTo), []string{
			"The bridge closed at noon, according to police. => according to police = police",
			"According to a report by the World Bank, trade grew. => " +
				"According to a report by the World Bank = a report by the World Bank",
			"It fell, according to a story in The Guardian. => " +
				"according to a story in The Guardian = a story in The Guardian",
			"It sank, according to Reuters and AFP. => " +
				"according to Reuters and AFP = Reuters | AFP",
			"They were paid according to their ability. => ",
		}},
		{"quoted by", `quoted reported cited revealed published told documented
			stated noted described detailed outlined profiled
			obtained uncovered unearthed reviewed seen viewed examined carried broken
			mentioned introduced calculated compiled tallied projected recorded flagged
			tracked analyzed analysed surveyed exposed estimated aired broadcast`, led(lead.QuotedBy), []string{
			"The general, as quoted by TASS, refused. => as quoted by TASS = TASS",
			"The deal, first reported by Le Monde, failed. => " +
				"first reported by Le Monde = Le Monde",
			"As stated in Ann Example's commentary, it fell. => " +
				"As stated in Ann Example's commentary = Ann Example's commentary",
			"Crimes reported by residents rose. => ",
			"The deal outlined in a letter failed. => ",
			"Letters obtained by Le Monde say so. => obtained by Le Monde = Le Monde",
			"She was profiled in Le Monde. => profiled in Le Monde = Le Monde",
			"Letters seen in Le Monde say so. => ",
			"Letters obtained by the police say so. => ",
			"The deal, first reported on Sunday by Le Monde, failed. => " +
				"first reported on Sunday by Le Monde = Le Monde",
			"In an average calculated by Le Monde, she led. => calculated by Le Monde = Le Monde",
			"Losses calculated by the firm grew. => ",
		}},
		{"per", `per`, led(lead.Per), []string{
			"Ten were held, per the Associated Press. => " +
				"per the Associated Press = the Associated Press",
			"It costs nine euros per person. => ",
		}},
		{"hat tip", `h hat courtesy`, led(lead.HatTip), []string{
			"h/t: Le Monde => h/t: Le Monde = Le Monde",
			"He gave it (h/t Politico). => h/t Politico = Politico",
			"This comes courtesy of her scathing memoir. => " +
				"courtesy of her scathing memoir = her scathing memoir",
			"He wore a hat in May, courtesy of his aunt. => ",
		}},
		{"survey", `poll survey`, led(lead.Survey), []string{
			"In a new CNN poll, he led. => In a new CNN poll = a new CNN poll",
			"He rose in the latest Reuters/Ipsos survey. => " +
				"in the latest Reuters/Ipsos survey = the latest Reuters/Ipsos survey",
			"In a new poll, he led. => ",
			"He believed in a CNN poll question. => ",
			"He did not lead in any CNN poll. => ",
			"He came second in CNN's poll. => ",
		}},
		{"origin", `source sources`, led(lead.Origin), []string{
			"The source for the toll is Reuters. => The source for the toll is Reuters = Reuters",
			"The source for the toll is a lake. => ",
			"The source of the Rhine is Lake Toma. => ",
			"The source for the phrase is As You Like It. => ",
		}},
		{"released", `documents records emails video videos audio transcript transcripts
			excerpts footage`, led(lead.Released), []string{
			"In a video uncovered by Le Monde, she wept. => " +
				"In a video uncovered by Le Monde = a video uncovered by Le Monde",
			"In documents released by the firm, it fell. => ",
			"She stars in a video released by Le Monde. => ",
		}},
		{"citing", `citing quoting cites cited referencing`, led(lead.Citing), []string{
			"She cited a Le Monde report that it fell. => cited a Le Monde report = a Le Monde report",
			"She cited a report. => ",
			"She cited Le Monde as a friend. => ",
			"The radio, citing two officials, named him. => " +
				"citing two officials = two officials",
			"She resigned, citing poor health. => ",
		}},
		{"based on", `based`, led(lead.BasedOn), []string{
			"She leads, based on an AP count. => based on an AP count = an AP count",
			"Based on a statement released by Reuters, it fell. => " +
				"Based on a statement released by Reuters = a statement released by Reuters",
			"She leads, based on polls. => ",
			"The firm is based on Reuters Street. => ",
		}},
		{"from", `from`, led(lead.From), []string{
			"From Le Monde: It fell. => From Le Monde = Le Monde",
			"From Ann Example writing at Le Monde: It fell. => From Ann Example writing at Le Monde = Le Monde",
			"From Le Monde it is a mile. => ",
			"He came from Le Monde: it fell. => ",
		}},
		{"told", `told tell tells telling`, (*reader).told, []string{
			"The minister told the BBC that talks had failed. => told the BBC = the BBC",
			"He told the Spanish newspaper El País a lie. => " +
				"told the Spanish newspaper El País = the Spanish newspaper El País",
			"She told CNN's Ann Example no. => told CNN's Ann Example = CNN's Ann Example",
			"“It fell,” she told the show. => told the show = the show",
			"He told reporters to leave. => ",
			"He told the show's critics to leave. => ",
		}},
		{"speaking to", `speaking spoke speak talking talked appeared appearing appears
			sat sits sitting`, led(lead.Speaking), []string{
			"She appeared with CNN's Ann Example and wept. => appeared with CNN's Ann Example = CNN's Ann Example",
			"He sat down with Reuters and wept. => sat down with Reuters = Reuters",
			"He sat with the mayor of CNN's city. => ",
			"Speaking to Reuters, the mayor wept. => Speaking to Reuters = Reuters",
			"Speaking to voters, the mayor wept. => ",
		}},
		{
			"interview", `interview interviews call calls panel hall forum meeting discussion segment statement statements comment comments remarks
			email e-mail emails letter message conversation appearance briefing chat`,
			(*reader).talk,
			[]string{
				"In an interview with Die Zeit, he gave way. => " +
					"In an interview with Die Zeit = Die Zeit",
				"She said so in an interview on Sunday with NPR. => " +
					"in an interview on Sunday with NPR = NPR",
				"Based on an interview he gave to Le Monde, he will go. => " +
					"an interview he gave to Le Monde = Le Monde",
				"In a statement on its website, the firm gave figures. => " +
					"In a statement on its website = its website",
				"He denied it in a statement to Reuters. => in a statement to Reuters = Reuters",
				"In an interview with the police he wept. => ",
			},
		},
		{"writing", `op-ed oped column editorial essay article piece commentary report story study
			paper analysis profile issue edition memo filing filings
			review stories articles reports
			wrote writes writing written said`, led(lead.Writing), []string{
			"In an op-ed for USA Today, they asked for more. => " +
				"In an op-ed for USA Today = USA Today",
			"The two wrote in Le Monde that it was over. => wrote in Le Monde = Le Monde",
			"In a Wall Street Journal essay, he gave way. => " +
				"In a Wall Street Journal essay = a Wall Street Journal essay",
			"In a study published in Nature, they gave figures. => " +
				"In a study published in Nature = Nature",
			"She said in a recent issue of Newsweek that it was over. => " +
				"said in a recent issue of Newsweek = Newsweek",
			"He spoke in every issue of Ann Example Falke. => ",
			"She wrote a long op-ed for USA Today. => a long op-ed for USA Today = USA Today",
			"Ann Example, writing at Le Monde, gave way. => writing at Le Monde = Le Monde",
			"She read a long op-ed for USA Today. => ",
			"She wrote in May that it was over. => ",
		}},
		{"in print", `in at`, led(lead.InPrint), []string{
			"It fell, as the mayor noted on Sunday in Le Monde. => " +
				"noted on Sunday in Le Monde = Le Monde",
			"The mayor claimed in Newsweek that it fell. => claimed in Newsweek = Newsweek",
			"The mayor bought shares in Newsweek. => ",
			"Ann argues at Newsweek that it fell. => argues at Newsweek = Newsweek",
			"The mayor spoke at Newsweek headquarters. => ",
		}},
		{"medium", `on via through to using`, (*reader).medium, []string{
			"“It is over,” she wrote on Twitter. => wrote on Twitter = Twitter",
			"The king said on his Facebook page that he was well. => " +
				"said on his Facebook page = his Facebook page",
			"He said Monday on CNN that he would run. => said Monday on CNN = CNN",
			"On its website, the firm gave figures. => On its website = its website",
			"The firm wrote on the group's website that it was over. => " +
				"wrote on the group's website = the group's website",
			"She posted to Twitter at noon. => posted to Twitter = Twitter",
			"On Monday's episode of The Ann Example Show, he wept. => " +
				"On Monday's episode of The Ann Example Show = The Ann Example Show",
			"Her video Speaking To Reuters was old. => ",
			"The firm spent millions on Facebook. => ",
		}},
		{"interviewed", `interviewed reached contacted`, led(lead.Interviewed), []string{
			"Interviewed on Sunday by Le Monde, he wept. => " +
				"Interviewed on Sunday by Le Monde = Le Monde",
			"Reached by Reuters, the firm fell silent. => Reached by Reuters = Reuters",
			"He was interviewed by police. => ",
		}},
		{"within", `book memoir autobiography excerpt piece article essay op-ed column
			editorial`, (*reader).within, []string{
			"In the book, the aunt writes that it fell. => In the book = the book",
			"Later in the piece, she wrote of the dam. => in the piece = the piece",
			"At one point in the book, she weeps. => in the book = the book",
			"It was in the book that it fell. => ",
			"In the article of the treaty, it is said. => ",
		}},
		{"personal", `book memoir memoirs autobiography diary thesis column op-ed memo
			report study essay editorial piece`, led(lead.Personal), []string{
			`In her 2003 book, "Weston Falls," she wept. => ` +
				`In her 2003 book, "Weston Falls," = her 2003 book, "Weston Falls,"`,
			"In a widely read column he gave way. => " +
				"In a widely read column = a widely read column",
			"She said on Sunday in an internal memo that she would go. => " +
				"in an internal memo = an internal memo",
			"A column in a book of columns moved in a column of smoke. => ",
			"In a book deal he gave way. => ",
			"She said in an opinion piece that it fell. => in an opinion piece = an opinion piece",
		}},
		{
			"called a paper", `newspaper magazine broadcaster tabloid newswire website station agency network`,
			(*reader).calledPaper,
			[]string{
				"The Falke newspaper reported the loss. => The Falke newspaper reported = The Falke newspaper",
				"The Falke newspaper, which sells well, said so. => " +
					"The Falke newspaper, which sells well, said = The Falke newspaper",
				"“It fell,” said Falke, a weekly newspaper. => said Falke = Falke",
				"She told Falke, a news website, that it fell. => told Falke = Falke",
				"A Falke newspaper said so. => ",
				"She told Falke, who owns a newspaper, that it fell. => ",
			},
		},
		{"report that", `report reports story article`, led(lead.ReportThat), []string{
			"It was a report by Le Monde that the firm fell. => a report by Le Monde = a report by Le Monde",
			"He read a report by Le Monde. => ",
			"He read a report by the bank that the firm fell. => ",
		}},
		{"post", `message messages video tweet tweets post posts posting blog blogpost podcast
			vlog`, (*reader).post, []string{
			"He apologised in a tweet. => apologised in a tweet = a tweet",
			"In a blog post, the firm gave figures. => In a blog post = a blog post",
			"From the mayor's Facebook post: “It is over.” => " +
				"From the mayor's Facebook post = the mayor's Facebook post",
			"He left his post in May. => ",
		}},
	}
})

// rulesAt finds the rules by the words that open them.
var rulesAt = sync.OnceValue(func() map[string][]rule {
	byWord := map[string][]rule{}
	for _, rl := range rules() {
		for _, w := range strings.Fields(rl.words) {
			byWord[w] = append(byWord[w], rl)
		}
	}
	return byWord
})

// candidates returns all that the rules find, overlapping or not.
func (r *reader) candidates() []Citation {
	var all []Citation
	byWord := rulesAt()
	for i := range r.Tokens {
		for _, rl := range byWord[r.Low(i)] {
			if c, ok := rl.read(r, i); ok {
				all = append(all, c)
			}
		}
		if c, ok := r.nameless(i); ok {
			all = append(all, c)
		}
		if f, ok := lead.Paper(r.Reader, i); ok {
			all = append(all, Citation{Span: f.Span, Sources: f.Sources})
		}
		if f, ok := lead.PaperBehind(r.Reader, i); ok {
			all = append(all, Citation{Span: f.Span, Sources: f.Sources})
		}
		if c, ok := r.reportsUnlisted(i); ok {
			all = append(all, c)
		}
		if r.Tokens[i].Outlet < 0 {
			continue
		}
		if c, ok := r.teller(r.Outlets[r.Tokens[i].Outlet]); ok {
			all = append(all, c)
		}
	}
	return all
}

// cite makes a citation of tokens [i, end) whose source begins at token from.
func (r *reader) cite(i, from, end int) (Citation, bool) {
	return Citation{Span: r.Span(i, end), Sources: r.Sources(from, end)}, true
}

// bracket reads a list of sources in brackets.
func (r *reader) bracket(i int) (Citation, bool) {
	l, ok := bracket.Bracket(r.Reader, i)
	return Citation{Span: l.Span, Sources: l.Sources, bracket: !l.Dateline}, ok
}

// foot reads a line "Sources: Reuters, AP".
func (r *reader) foot(i int) (Citation, bool) {
	l, ok := bracket.Foot(r.Reader, i)
	return Citation{Span: l.Span, Sources: l.Sources}, ok
}

// led wraps a finder of words that lead to a source.
func led(find func(*phrase.Reader, int) (lead.Found, bool)) func(*reader, int) (Citation, bool) {
	return func(r *reader, i int) (Citation, bool) {
		f, ok := find(r.Reader, i)
		return Citation{Span: f.Span, Sources: f.Sources}, ok
	}
}

// within reads "In the book," where its sentence holds a statement.
func (r *reader) within(i int) (Citation, bool) {
	f, ok := lead.Within(r.Reader, i)
	return Citation{Span: f.Span, Sources: f.Sources}, ok && (r.stated[i] || len(r.Cues) == 0)
}

func (r *reader) told(i int) (Citation, bool) {
	end, ok := r.Target(i + 1)
	if r.Is(i+1, "the", "our") && r.Is(i+2, "show", "program", "programme", "podcast") && !r.goesOn(i+3) {
		end, ok = i+3, true
	}
	if !ok || !r.Together(i, i+1) {
		return r.toldUnlisted(i)
	}
	return r.cite(i, i+1, r.overMedium(r.Tail(i+1, end)))
}
