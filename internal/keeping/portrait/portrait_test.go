package portrait

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

// naming returns a document of a day that calls Ann Lee by names and offices, and
// has her speak about Norway.
func naming(day string, polarity record.Polarity, names, offices []string) *record.Record {
	r := sample.Saying("Ann Lee spoke about Norway on " + day + ".")
	r.Document.Published = day
	lee := record.Entity{ID: "e1", Type: record.EntityPerson, Name: "Ann Lee"}
	for _, name := range names {
		lee.Mentions = append(lee.Mentions, record.Mention{Exact: name, Kind: record.MentionName})
	}
	lee.Mentions = append(lee.Mentions, record.Mention{Exact: "she", Kind: record.MentionPronoun})
	for _, office := range offices {
		lee.Roles = append(lee.Roles, record.Mark{Exact: office})
	}
	r.Entities = []record.Entity{lee, {ID: "e2", Type: record.EntityPlace, Name: "Norway"}}
	id := "e1"
	r.Statements = []record.Statement{{
		ID: "s1", Act: record.ActCommit, Polarity: polarity,
		Speaker: &record.Arg{Entity: &id, Exact: "Lee"}, About: []string{"e1", "e2"},
	}}
	return r
}

func TestAPortraitIsWhatItsDocumentsSay(t *testing.T) {
	documents := []*record.Record{
		naming("2024-03-05", record.PolarityAffirmed, []string{"Ann Lee", "Lee"}, []string{"Prime\nMinister"}),
		naming("2024-01-02", record.PolarityDenied, []string{"Lee"}, []string{"prime minister", "candidate"}),
		naming("", record.PolarityAffirmed, []string{"Lee"}, nil),
		sample.Saying("Nobody is named."),
	}
	for range 2 {
		k := New(&store.Entity{Type: record.EntityPerson, Name: "Ann Lée"})
		for _, r := range documents {
			k.Read(r)
		}
		if k.Documents != 3 {
			t.Errorf("%d documents name her, want 3", k.Documents)
		}
		names := []Count{{Name: "Lee", Count: 3}, {Name: "Ann Lee", Count: 1}}
		if diff := cmp.Diff(names, k.Names()); diff != "" {
			t.Errorf("names (-want +got):\n%s", diff)
		}
		roles := k.Roles()
		if len(roles) != 2 || roles[0].Documents != 2 || roles[0].First != "2 January 2024" ||
			roles[0].Last != "5 March 2024" || roles[1].Words != "candidate" {
			t.Errorf("roles %+v", roles)
		}
		stands := []Count{{Name: "commit", Count: 2}, {Name: "denied", Count: 1}}
		if topics := k.Topics(); len(topics) != 1 || topics[0].Name != "Norway" || topics[0].Count != 3 ||
			cmp.Diff(stands, topics[0].Stands) != "" {
			t.Errorf("topics %+v", topics)
		}
		slices.Reverse(documents)
	}
}
