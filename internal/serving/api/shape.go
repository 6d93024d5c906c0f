package api

import (
	"github.com/danielgtaylor/huma/v2"

	"readout/internal/serving/api/describe"
	"readout/internal/serving/route"
	"readout/record"
)

// Parts of a record as they are, described by the record's schema.
type (
	statementPart record.Statement
	eventPart     record.Event
	citationPart  record.Citation
)

// Schema leads to the record's schema.
func (statementPart) Schema(huma.Registry) *huma.Schema {
	return describe.RefersTo(describe.PartName("statement"))
}

// Schema leads to the record's schema.
func (eventPart) Schema(huma.Registry) *huma.Schema {
	return describe.RefersTo(describe.PartName("event"))
}

// Schema leads to the record's schema.
func (citationPart) Schema(huma.Registry) *huma.Schema {
	return describe.RefersTo(describe.PartName("citation"))
}

// OpenAPI returns the description of the interface, OpenAPI 3.1 as JSON. It is the
// same for every server.
func OpenAPI() ([]byte, error) {
	a, err := (&service{}).register(route.New())
	if err != nil {
		return nil, err
	}
	return describe.OpenAPI(a)
}

// Reference returns docs/api.md.
func Reference() (string, error) {
	a, err := (&service{}).register(route.New())
	if err != nil {
		return "", err
	}
	return describe.Reference(a), nil
}
