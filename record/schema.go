package record

import _ "embed"

//go:embed schema.json
var schema string

// Schema returns the JSON Schema (2020-12) of a record of this [Version].
func Schema() []byte { return []byte(schema) }
