package api

import (
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"readout/internal/keeping/sample"
)

// TestAnotherValidatorFindsTheDescriptionSound asks openapi-spec-validator.
func TestAnotherValidatorFindsTheDescriptionSound(t *testing.T) {
	description, err := OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	const program = `
import json, sys
from openapi_spec_validator import OpenAPIV31SpecValidator
faults = list(OpenAPIV31SpecValidator(json.load(sys.stdin)).iter_errors())
print(faults or "sound")
`
	if got := sample.Python(t, program, description, "openapi_spec_validator"); got != "sound\n" {
		t.Error(got)
	}
}

// TestAClientMadeFromTheDescriptionReadsADocumentBack makes a client by
// openapi-python-client. It posts an article, and reads its record and what was
// found in it.
func TestAClientMadeFromTheDescriptionReadsADocumentBack(t *testing.T) {
	description, err := OpenAPI()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "openapi.json"), description, 0o600); err != nil {
		t.Fatal(err)
	}
	b := serving(t)
	server := httptest.NewServer(b)
	defer server.Close()
	program := strings.NewReplacer("DIR", dir, "URL", server.URL+Prefix, "ID", b.treaty.Document.ID).Replace(client)
	got := sample.Python(t, program, nil, "openapi_python_client")
	want := "codepoint " + b.treaty.Statements[1].Content.Text + "\n" +
		"1 Example the talks with Norway had failed\n" +
		"404 not kept here\n"
	if !strings.HasSuffix(got, want) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// client is the program that makes a client and uses it.
const client = `
import pathlib, subprocess, sys
made = pathlib.Path(r"DIR") / "client"
subprocess.run([sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none",
    "--path", r"DIR/openapi.json", "--output-path", str(made)], check=True, stdout=subprocess.DEVNULL)
sys.path.insert(0, r"DIR")
from client import Client
from client.api.documents import get_document
from client.api.ask import list_statements
from client.models import Problem, Record

c = Client(base_url="URL")
record = get_document.sync("ID", client=c)
assert isinstance(record, Record), record
print(record.offsets, record.statements[1].content.text)
found = list_statements.sync(client=c, polarity="denied", q="talks")
print(len(found.items), found.items[0].document.publisher, found.items[0].quote)
missing = get_document.sync("d0", client=c)
assert isinstance(missing, Problem), missing
print(missing.status, missing.title)
`
