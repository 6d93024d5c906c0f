package api

import (
	"bytes"
	"flag"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"readout/internal/serving/problem"
	"readout/record"
)

var update = flag.Bool("update", false, "rewrite what is generated")

// docs is where generated pages are.
var docs = filepath.Join("..", "..", "..", "docs")

// current compares a file with what it is to be.
func current(t *testing.T, name, want string) {
	t.Helper()
	path := filepath.Join(docs, name)
	if *update {
		if err := os.WriteFile(path, []byte(want), 0o644); err != nil { //nolint:gosec // a page for all
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(got), want); diff != "" {
		t.Errorf("docs/%s is out of date; go test ./internal/serving/api -update (-is +should be)\n%.2000s", name, diff)
	}
}

func TestTheDescriptionIsCurrent(t *testing.T) {
	want, err := OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	current(t, "openapi.json", string(want))
	served := serving(t).ask(t, "GET", "/openapi.json", "")
	if !bytes.Equal(served.Body.Bytes(), want) {
		t.Error("what is served is another one")
	}
}

func TestTheReferenceIsCurrent(t *testing.T) {
	want, err := Reference()
	if err != nil {
		t.Fatal(err)
	}
	current(t, "api.md", want)
	for _, f := range problem.Kinds() {
		if !strings.Contains(want, "\n### "+f.Name+"\n") {
			t.Errorf("the reference has no heading for %s", f.Name)
		}
	}
	served := serving(t).ask(t, "GET", "/docs", "")
	if served.Body.String() != want {
		t.Error("what is served is another one")
	}
}

// TestTheDescriptionSharesTheRecordsSchema holds records against the shape that the
// description has of them.
func TestTheDescriptionSharesTheRecordsSchema(t *testing.T) {
	data, err := OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	description, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:api", description); err != nil {
		t.Fatal(err)
	}
	shape := func(name string) *jsonschema.Schema {
		t.Helper()
		compiled, err := c.Compile("urn:api#/components/schemas/" + name)
		if err != nil {
			t.Fatal(err)
		}
		return compiled
	}
	b := serving(t)
	id := b.treaty.Document.ID
	for path, name := range map[string]string{
		"/documents/" + id: "Record",
		"/statements":      "ListStatement",
		"/due":             "ListStatement",
		"/events":          "ListEvent",
		"/entities":        "ListEntity",
		"/documents":       "ListDocument",
		"/citations":       "ListCitation",
		"/statements/" + id + "/" + b.treaty.Statements[0].ID: "OneStatementStatementPart",
		"/events/" + id + "/" + b.treaty.Events[0].ID:         "OneEventEventPart",
		"/reviews?document=" + id:                             "Decisions",
		"/nothing":                                            "Problem",
		"/statements?polarity=x":                              "Problem",
	} {
		answer, err := jsonschema.UnmarshalJSON(b.ask(t, "GET", path, "").Body)
		if err != nil {
			t.Fatal(path, err)
		}
		if err := shape(name).Validate(answer); err != nil {
			t.Errorf("%s is no %s: %v", path, name, err)
		}
	}
	for _, part := range []string{"Statement", "Event", "Citation", "Entity", "Mark", "Arg"} {
		if !bytes.Contains(data, []byte(`"Record`+part+`": {`)) || !bytes.Contains(record.Schema(), []byte(strings.ToLower(part))) {
			t.Errorf("the description lacks Record%s", part)
		}
	}
}

// TestTheCommandsOfTheReferenceRun runs what the page shows in one shell.
func TestTheCommandsOfTheReferenceRun(t *testing.T) {
	for _, tool := range []string{"sh", "curl"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("needs the command %s", tool)
		}
	}
	page, err := os.ReadFile(filepath.Join(docs, "api.md"))
	if err != nil {
		t.Fatal(err)
	}
	b := serving(t)
	server := httptest.NewServer(b)
	defer server.Close()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "article.txt"), []byte(said), 0o600); err != nil {
		t.Fatal(err)
	}
	var script strings.Builder
	for _, block := range regexp.MustCompile("(?ms)^```sh\n(.*?)^```").FindAllSubmatch(page, -1) {
		script.Write(block[1])
	}
	c := exec.CommandContext(t.Context(), "sh", "-euc", script.String())
	c.Dir, c.Env = dir, append(os.Environ(), "READOUT="+server.URL, "no_proxy=*")
	out, err := c.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if n := strings.Count(string(out), `"readout":"1"`); n != 2 || b.reader.reads != 2 {
		t.Errorf("%d records came back, %d documents were read:\n%s", n, b.reader.reads, out)
	}
	if n := strings.Count(string(out), `"items":[`); n != 3 {
		t.Errorf("%d lists came back:\n%s", n, out)
	}
}
