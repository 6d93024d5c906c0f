package api

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"readout/internal/serving/item"
	"readout/internal/serving/problem"
)

func TestADecisionIsMadeAndUndone(t *testing.T) {
	b := serving(t)
	doc, id := b.treaty.Document.ID, b.treaty.Statements[1].ID
	decide := func(body string) decision {
		t.Helper()
		w := b.ask(t, http.MethodPost, "/reviews", fmt.Sprintf(body, doc, id), "Content-Type: application/json")
		if w.Code != http.StatusCreated {
			t.Fatalf("%d %s", w.Code, w.Body)
		}
		return decoded[decision](t, w)
	}
	first := decide(`{"document":%q,"item":%q,"state":"accepted","by":"desk","note":"seen"}`)
	second := decide(`{"document":%q,"item":%q,"field":"polarity","value":"affirmed","by":"desk"}`)
	third := decide(`{"document":%q,"item":%q,"field":"act","value":null}`)
	if first.By != "desk" || first.At != "2024-03-20T10:00:00Z" || second.Old != "denied" ||
		second.New != "affirmed" || third.New != nil || third.Old == nil {
		t.Errorf("%+v\n%+v\n%+v", first, second, third)
	}
	got := get[list[item.Statement]](t, b, "/statements?review=accepted&polarity=affirmed")
	if len(got.Items) != 1 || got.Items[0].Act != "" {
		t.Errorf("%+v", got)
	}
	undo := func(d decision) string { return fmt.Sprintf("/reviews/%d", d.ID) }
	again := decide(`{"document":%q,"item":%q,"field":"polarity","value":"denied"}`)
	wrong(t, b.ask(t, http.MethodDelete, undo(second), ""), problem.Changed)
	for _, d := range []decision{again, third, second, first} {
		if w := b.ask(t, http.MethodDelete, undo(d), ""); w.Code != http.StatusNoContent {
			t.Errorf("undo %+v: %d %s", d, w.Code, w.Body)
		}
	}
	wrong(t, b.ask(t, http.MethodDelete, undo(first), ""), problem.Changed)
	wrong(t, b.ask(t, http.MethodDelete, "/reviews/9999", ""), problem.NotFound)
	wrong(t, b.ask(t, http.MethodDelete, "/reviews/x", ""), problem.Invalid)

	history := get[decisions](t, b, "/reviews?document="+doc).Items
	if len(history) != 4 || !history[0].Undone || history[0].Note != "seen" {
		t.Errorf("%+v", history)
	}
}

func TestADecisionThatMakesNoSenseIsRefused(t *testing.T) {
	b := serving(t)
	doc, id := b.treaty.Document.ID, b.treaty.Statements[1].ID
	for _, c := range []struct {
		body string
		want problem.Kind
	}{
		{`{"document":"` + doc + `","item":"` + id + `"}`, problem.Invalid},
		{`{"document":"` + doc + `","item":"` + id + `","state":"accepted","field":"act"}`, problem.Invalid},
		{`{"document":"` + doc + `","item":"` + id + `","state":"maybe"}`, problem.Invalid},
		{`{"document":"` + doc + `","item":"` + id + `","field":"id","value":"s1"}`, problem.Invalid},
		{`{"document":"` + doc + `","item":"` + id + `","field":"mood","value":"x"}`, problem.Invalid},
		{`{"document":"` + doc + `","item":"` + id + `","field":"act","value":"sing"}`, problem.Invalid},
		{`{"document":"` + doc + `","field":"text","value":"x"}`, problem.Invalid},
		{`{"document":"` + doc + `","item":"s9999","state":"accepted"}`, problem.NotFound},
		{`{"document":"d0","item":"s1","state":"accepted"}`, problem.NotFound},
		{`{"item":"s1","state":"accepted"}`, problem.Invalid},
		{`{"document":"d0","colour":"red"}`, problem.Invalid},
		{`nonsense`, problem.BadRequest},
		{``, problem.BadRequest},
	} {
		wrong(t, b.ask(t, http.MethodPost, "/reviews", c.body, "Content-Type: application/json"), c.want)
	}
	wrong(t, b.ask(t, http.MethodPost, "/reviews", `{}`, "Content-Type: text/plain"), problem.BadType)
	wrong(t, b.ask(t, http.MethodGet, "/reviews?document=d0", ""), problem.NotFound)
	wrong(t, b.ask(t, http.MethodGet, "/reviews", ""), problem.Invalid)
}

// TestOnlyWhatPeopleCanCorrectIsCorrected tries what would take the evidence away,
// and what changes nothing.
func TestOnlyWhatPeopleCanCorrectIsCorrected(t *testing.T) {
	b := serving(t)
	doc, id := b.treaty.Document.ID, b.treaty.Statements[1].ID
	for _, c := range []struct{ item, rest, want string }{
		{"", `"field":"text","value":null`, "text cannot be corrected; what can is title"},
		{"", `"field":"text_sha256","value":"x"`, "text_sha256 cannot be corrected"},
		{"", `"field":"length","value":1`, "length cannot be corrected"},
		{"", `"field":"sentences","value":null`, "sentences cannot be corrected"},
		{"", `"field":"language","value":null`, "language: cannot be empty"},
		{"", `"field":"titel","value":"x"`, "nearest: title"},
		{id, `"field":"speakr","value":null`, "nearest: speaker"},
		{id, `"field":"id","value":"s1"`, "id cannot be corrected"},
		{id, `"field":"review","value":{"state":"accepted"}`, "review"},
		{id, `"field":"act"`, "null takes the field away"},
		{id, `"state":"accepted","value":"x"`, "state, or field with its value"},
		{id, `"field":"polarity","value":"denied"`, "has that value already"},
		{id, `"field":"condition","value":null`, "one of speaker, cue, content"},
	} {
		body := fmt.Sprintf(`{"document":%q,"item":%q,%s}`, doc, c.item, c.rest)
		const kind = "Content-Type: application/json"
		w := b.ask(t, http.MethodPost, "/reviews", body, kind)
		if p := wrong(t, w, problem.Invalid); !strings.Contains(p.Detail, c.want) {
			t.Errorf("%s: %q, want %q", c.rest, p.Detail, c.want)
		}
	}
	if all := get[decisions](t, b, "/reviews?document="+doc).Items; len(all) > 0 {
		t.Errorf("decided %+v", all)
	}
}
