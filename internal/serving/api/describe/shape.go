// Package describe writes what describes the REST interface: OpenAPI 3.1 for
// programs, and a page for people. The shapes of records in it are those of the
// record's own schema.
//
// Nothing here depends on a server: the same routes give the same bytes.
package describe

import (
	"encoding/json"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"readout/internal/serving/problem"
	"readout/record"
)

// components is where shapes are referred to.
const components = "#/components/schemas/"

// Shapes adds the record and its parts to the shapes of the interface: "Record",
// "RecordStatement" and so on, as the record's own schema has them.
func Shapes(registry huma.Registry) error {
	var schema map[string]any
	if err := json.Unmarshal(record.Schema(), &schema); err != nil {
		return fmt.Errorf("the schema of records: %w", err)
	}
	parts, _ := schema["$defs"].(map[string]any)
	for _, key := range []string{"$schema", "$id", "$defs", "title"} {
		delete(schema, key)
	}
	all := registry.Map()
	all["Record"] = &huma.Schema{Extensions: redirected(schema).(map[string]any)}
	for name, part := range parts {
		m, ok := redirected(part).(map[string]any)
		if !ok {
			return fmt.Errorf("the schema of records: %s is no object", name)
		}
		all[PartName(name)] = &huma.Schema{Extensions: m}
	}
	return nil
}

// PartName is what a part of the record's schema is called here.
func PartName(part string) string {
	return "Record" + strings.ToUpper(part[:1]) + part[1:]
}

// redirected returns a schema in which references lead to the components. It
// means the same.
func redirected(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := make(map[string]any, len(v))
		for key, value := range v {
			out[key] = redirected(value)
			if target, ok := value.(string); ok && key == "$ref" {
				out[key] = components + PartName(strings.TrimPrefix(target, "#/$defs/"))
			}
		}
		// The same in words that makers of clients know.
		if first, ok := v["prefixItems"].([]any); ok && v["items"] == false {
			delete(out, "items")
			out["maxItems"] = len(first)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = redirected(v[i])
		}
		return out
	}
	return v
}

// RefersTo is the shape with a name.
func RefersTo(name string) *huma.Schema { return &huma.Schema{Ref: components + name} }

// Answers are the responses of an operation that answers with a shape.
func Answers(status int, what, shape string) map[string]*huma.Response {
	return map[string]*huma.Response{
		fmt.Sprint(status): {
			Description: what,
			Content:     map[string]*huma.MediaType{"application/json": {Schema: RefersTo(shape)}},
		},
	}
}

// Complete completes an operation with what all have: an id made of its words,
// and problems.
func Complete(a huma.API, op huma.Operation) huma.Operation {
	if op.Responses == nil {
		op.Responses = map[string]*huma.Response{}
	}
	problem := a.OpenAPI().Components.Schemas.Schema(reflect.TypeFor[problem.Problem](), true, "Problem")
	op.Responses["default"] = &huma.Response{
		Description: "A problem, by RFC 9457",
		Content:     map[string]*huma.MediaType{"application/problem+json": {Schema: problem}},
	}
	if op.Method == http.MethodGet {
		op.Responses["304"] = &huma.Response{Description: "The client has it already"}
		op.Parameters = append(op.Parameters, &huma.Param{
			Name: "If-None-Match", In: "header", Description: "An ETag that was had before",
			Schema: &huma.Schema{Type: "string"},
		})
	}
	return op
}

// OpenAPI returns the description as it is read by people too.
func OpenAPI(a huma.API) ([]byte, error) {
	data, err := json.MarshalIndent(a.OpenAPI(), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("describe the API: %w", err)
	}
	return append(data, '\n'), nil
}
