package coref

import (
	"slices"
	"strings"

	"readout/internal/language/text"
	"readout/internal/reading/mention"
)

// leastTurns is how many lines a name and a colon must begin for the text to be a
// conversation, and farTurn how many bytes a turn goes on at most.
const leastTurns, farTurn = 2, 4000

// turn returns who has the turn at a word.
func (r *resolver) turn(w Word) (int, bool) {
	i, _ := slices.BinarySearchFunc(r.author.turns, w.Start, begins)
	if i == 0 || w.Start-r.author.turns[i-1].Start > farTurn {
		return 0, false
	}
	return r.author.turns[i-1].entity, true
}

// A talk is an interview that is printed as questions and answers, without names
// before them.
type talk struct {
	lines     int
	questions []text.Span // the lines that end as a question
	named     bool        // one of the first lines calls it an interview
	whom      int         // entity of the one who answers, or -1
}

// How many lines that are questions make a talk, and one in how many lines; fewer do
// where it is called so.
const (
	leastQuestions, leastNamed = 4, 3
	shareQuestions             = 5
)

// learn takes the next line of the text that has words.
func (t *talk) learn(words string, line text.Span) {
	t.lines++
	if t.lines <= topLines && strings.Contains(strings.ToLower(words), "interview") {
		t.named = true
	}
	if strings.HasSuffix(words, "?") {
		t.questions = append(t.questions, line)
	}
}

// isTalk reports whether the text is one.
func (t *talk) isTalk() bool {
	n := len(t.questions)
	return n*shareQuestions >= t.lines && (n >= leastQuestions || t.named && n >= leastNamed)
}

// asks reports whether a place lies in a question.
func (t *talk) asks(at int) bool {
	i, _ := slices.BinarySearchFunc(t.questions, at+1, startsAt)
	return i > 0 && at < t.questions[i-1].End
}

// talksWith are words before the name of one who is interviewed, and talkNear how
// many bytes before the name they are looked for.
var talksWith = []string{"interview", "spoke with", "spoke to", "talked to", "talks to", "sat down with"}

const talkNear = 80

// interviewed returns the person who answers in a talk: of those whom the lines
// before its first question name the first whom words of talksWith lead to, or else
// the one who is named most, of equals the first.
func (r *resolver) interviewed() int {
	t := &r.author.asked
	if !t.isTalk() {
		return -1
	}
	best, most, from := -1, 0, 0
	for _, n := range r.names {
		if n.Start >= t.questions[0].Start {
			break
		}
		e := r.in.Entities[n.entity]
		if e.Kind != mention.Person {
			continue
		}
		before := strings.ToLower(r.doc.String()[min(n.Start, max(from, n.Start-talkNear)):n.Start])
		from = n.End
		full := strings.Contains(e.Name, " ") // "in May, in an interview" names nobody
		if full && slices.ContainsFunc(talksWith, func(w string) bool { return strings.Contains(before, w) }) {
			return n.entity
		}
		if len(e.Mentions) > most {
			best, most = n.entity, len(e.Mentions)
		}
	}
	return best
}
