package storetest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"

	"readout/internal/keeping/sample"
	"readout/internal/keeping/store"
	"readout/record"
)

func backsUp(t *testing.T, e Engine) {
	r := sample.Treaty(t)
	s := e.with(t, append(articles(t), r)...)
	decide(t, s, store.Decision{
		Document: r.Document.ID, Item: r.Statements[0].ID, Field: "act", New: []byte(`"state"`),
	})
	to := e.Place(t)
	if err := s.Backup(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	want, n := lines(t, all(t, s.Records(t.Context()))), len(find(t, s, ""))
	add(t, s, sample.Mayor(t)) // comes after the copy
	if err := s.Backup(t.Context(), to); !errors.Is(err, store.ErrExists) {
		t.Errorf("written over: %v", err)
	}

	restored := e.opened(t, to)
	if lines(t, all(t, restored.Records(t.Context()))) != want {
		t.Error("the copy has other records")
	}
	expect(t, restored, "", n)
	if history, err := restored.Decisions(t.Context(), r.Document.ID); err != nil || len(history) != 1 {
		t.Errorf("decisions of the copy: %v, %v", history, err)
	}
	add(t, restored, sample.Mayor(t))
}

// checks has no damage to find in what is whole, and finds what is no record of
// its text. What engines alone can damage they test themselves.
func checks(t *testing.T, e Engine) {
	s := e.with(t, append(articles(t), sample.Treaty(t), revised(t))...)
	for _, deep := range []bool{false, true} {
		if faults, err := s.Check(t.Context(), deep); err != nil || len(faults) > 0 {
			t.Errorf("deep %t: %v, %v", deep, faults, err)
		}
	}
	lying := surname(t, "lying")
	lying.Entities[0].Mentions = []record.Mention{{
		Span: record.Span{Start: 0, End: 5}, Exact: "Lee", Kind: record.MentionName,
	}}
	add(t, s, lying)
	faults, err := s.Check(t.Context(), true)
	if err != nil || len(faults) == 0 || !strings.Contains(faults[0].String(), lying.Document.ID) {
		t.Errorf("words that are not in the text: %v, %v", faults, err)
	}
}

func refusesLater(t *testing.T, e Engine) {
	place := e.Place(t)
	s, err := e.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	e.Age(t, place)
	for range 2 { // it is the same for the second program
		if _, err := e.Open(t.Context(), place); !errors.Is(err, store.ErrNewerSchema) {
			t.Fatalf("error %v", err)
		}
	}
}

// readsWhole has readers count while documents come and go by twos.
func readsWhole(t *testing.T, e Engine) {
	a, b := sample.Treaty(t), surname(t, "pair")
	b.Statements = a.Statements
	s := e.with(t, a, b)
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 4 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				rows := 0
				for _, err := range s.Find(context.Background(), parse(t, ""), window("")) {
					if err != nil {
						t.Error(err)
						return
					}
					rows++
				}
				if rows%(2*len(a.Statements)) != 0 {
					t.Errorf("%d rows: half of a write was seen", rows)
					return
				}
			}
		})
	}
	for i := range 8 {
		more, twin := *a, *b
		more.Document.ID = fmt.Sprintf("d%016x", 2*i)
		twin.Document.ID = fmt.Sprintf("d%016x", 2*i+1)
		add(t, s, &more, &twin)
	}
	close(done)
	readers.Wait()
}

// childPlace names in the environment the store that the child of [survives] adds
// to.
const childPlace = "READOUT_STORETEST_PLACE"

// survives has a child process add records and say so, kills it at several
// points, and looks for all that was acknowledged.
func survives(t *testing.T, e Engine) {
	if place := os.Getenv(childPlace); place != "" {
		addForever(t, e, place)
	}
	place := e.Place(t)
	acknowledged := 0
	for _, more := range []int{1, 2, 9} {
		acknowledged += killed(t, place, more)
		s, err := e.Open(t.Context(), place)
		if err != nil {
			t.Fatal(err)
		}
		kept := len(all(t, s.Records(t.Context())))
		if kept < acknowledged {
			t.Errorf("%d records are kept, %d were acknowledged", kept, acknowledged)
		}
		acknowledged = kept // what was written and not yet said
		if faults, err := s.Check(t.Context(), true); err != nil || len(faults) > 0 {
			t.Errorf("after the kill: %v, %v", faults, err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// killed runs a child until it has said so many times that a record was added,
// kills it, and returns how many times it had said so by then.
func killed(t *testing.T, place string, times int) int {
	t.Helper()
	pattern := "^" + strings.ReplaceAll(t.Name(), "/", "$/^") + "$"
	child := exec.CommandContext(t.Context(), os.Args[0], "-test.run="+pattern)
	child.Env = append(os.Environ(), childPlace+"="+place)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	child.Stderr = os.Stderr
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	said := 0
	read := bufio.NewScanner(out)
	for read.Scan() {
		if !strings.HasPrefix(read.Text(), "added") {
			t.Errorf("the child says %q", read.Text())
			continue
		}
		if said++; said == times {
			if err := child.Process.Kill(); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := child.Wait(); err == nil {
		t.Error("the child ended by itself")
	}
	return said
}

// addForever is the child. Each record is one of the articles under an address of
// its own.
func addForever(t *testing.T, e Engine, place string) {
	s, err := e.Open(t.Context(), place)
	if err != nil {
		t.Fatal(err)
	}
	n, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	templates := articles(t)
	for i := n.Versions; ; i++ {
		r := *templates[i%len(templates)]
		r.Document.URL = fmt.Sprintf("https://readout.example/%d", i)
		r.Document.ID = record.DocumentID(r.Document.URL, *r.Document.Text)
		add(t, s, &r)
		fmt.Println("added", i)
	}
}

// changes writes by this store and by another one of the same place.
func changes(t *testing.T, e Engine) {
	place, last := e.Place(t), ""
	s, other := e.opened(t, place), e.opened(t, place)
	for _, writer := range []store.Store{s, other, s} {
		add(t, writer, sample.Saying("It is "+last+"."))
		now, err := s.State(t.Context())
		if err != nil || now == last {
			t.Errorf("after a write it is %q, %v", now, err)
		}
		last = now
	}
}
