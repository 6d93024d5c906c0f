package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"strings"
)

// shape compares JSON with the types of this package: keys that are unknown,
// missing or given twice, null where the schema has no null, and values of the
// wrong type. The field tags say what is required (no omit option), what may
// be null (shape:"null") and what may not be "" (shape:"filled"), so that there
// is one list of keys, not two.
//
// Unless strict, it reports only what keeps Parse from reading the record:
// broken JSON and values of the wrong type.
func shape(data []byte, strict bool) []Finding {
	w := walker{dec: json.NewDecoder(bytes.NewReader(data)), strict: strict}
	if err := w.value("", key{typ: reflect.TypeFor[Record]()}); err != nil {
		w.faults = nil // what is missing may stand behind the break
		w.fault("", "not JSON: "+syntax(err, w.dec.InputOffset()))
		return w.faults
	}
	if _, err := w.dec.Token(); !errors.Is(err, io.EOF) {
		w.fault("", fmt.Sprintf("byte %d: more text after the record", w.dec.InputOffset()))
	}
	return w.faults
}

// syntax words an error of the decoder with its place.
func syntax(err error, at int64) string {
	var s *json.SyntaxError
	if errors.As(err, &s) {
		at = s.Offset
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Sprintf("byte %d: the text ends early", at)
	}
	return fmt.Sprintf("byte %d: %v", at, err)
}

// A walker reads JSON token by token beside the type that it should have.
type walker struct {
	dec    *json.Decoder
	strict bool
	faults []Finding
}

func (w *walker) fault(path, problem string) {
	w.faults = append(w.faults, Finding{Rule: RuleShape, Path: path, Problem: problem})
}

// lapse notes what a lenient reader lets pass.
func (w *walker) lapse(path, problem string) {
	if w.strict {
		w.fault(path, problem)
	}
}

// value reads the value of a key. The error is one of syntax; all else is a fault.
func (w *walker) value(path string, k key) error {
	if k.typ.Kind() == reflect.Pointer {
		k.typ = k.typ.Elem()
	}
	kind := k.typ.Kind()
	switch {
	case kind == reflect.Struct && k.typ != reflect.TypeFor[Span]():
		return w.object(path, k)
	case kind == reflect.Slice:
		return w.array(path, k)
	}
	return w.leaf(path, k)
}

// leaf reads a value that has no keys of its own. Words of a vocabulary and filled
// strings are not "", which in a Record is the absent value, so it is seen here.
func (w *walker) leaf(path string, k key) error {
	var raw json.RawMessage
	if err := w.dec.Decode(&raw); err != nil {
		return err
	}
	switch filled := k.filled || k.typ.Kind() == reflect.Uint8; {
	case raw[0] == 'n':
		w.nothing(path, k.null)
	case filled && string(raw) == `""`:
		w.lapse(path, "is empty: leave the key out")
	case k.filled && raw[0] != '"':
		w.fault(path, "must be a string")
	default:
		err := json.Unmarshal(raw, reflect.New(k.typ).Interface())
		if err != nil {
			w.fault(path, mistyped(err))
		}
	}
	return nil
}

// nothing notes a null where there must be a value.
func (w *walker) nothing(path string, null bool) {
	if !null {
		w.lapse(path, "must not be null")
	}
}

// mistyped words an error of type without the names of Go's types.
func mistyped(err error) string {
	var wrong *json.UnmarshalTypeError
	if !errors.As(err, &wrong) {
		return err.Error()
	}
	want := map[reflect.Kind]string{
		reflect.Int: "a whole number", reflect.Int64: "a whole number",
		reflect.Float64: "a number", reflect.Bool: "true or false",
	}[wrong.Type.Kind()]
	if want == "" {
		want = "a string"
	}
	return fmt.Sprintf("is a JSON %s, must be %s", wrong.Value, want)
}

// open reads the token that opens an object or array. It reports false, after
// it read past the value, when something else stands there.
func (w *walker) open(path string, want json.Delim, null bool) (bool, error) {
	tok, err := w.dec.Token()
	if err != nil {
		return false, err
	}
	if tok == want {
		return true, nil
	}
	if tok == nil {
		w.nothing(path, null)
		return false, nil
	}
	w.fault(path, fmt.Sprintf("must begin with %s", want))
	if d, ok := tok.(json.Delim); ok && (d == '{' || d == '[') {
		return false, w.skipRest()
	}
	return false, nil
}

// skipRest reads to the end of the object or array that was just opened.
func (w *walker) skipRest() error {
	for depth := 1; depth > 0; {
		tok, err := w.dec.Token()
		if err != nil {
			return err
		}
		switch tok {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	return nil
}

func (w *walker) array(path string, k key) error {
	ok, err := w.open(path, '[', k.null)
	if err != nil || !ok {
		return err
	}
	for i := 0; w.dec.More(); i++ {
		if err := w.value(fmt.Sprintf("%s[%d]", path, i), key{typ: k.typ.Elem()}); err != nil {
			return err
		}
	}
	_, err = w.dec.Token()
	return err
}

func (w *walker) object(path string, k key) error {
	ok, err := w.open(path, '{', k.null)
	if err != nil || !ok {
		return err
	}
	keys := keysOf(k.typ)
	seen := map[string]bool{}
	for w.dec.More() {
		tok, err := w.dec.Token()
		if err != nil {
			return err
		}
		name, _ := tok.(string)
		if seen[name] {
			w.lapse(join(path, name), "is given twice")
		}
		seen[name] = true
		if err := w.member(join(path, name), keys, name); err != nil {
			return err
		}
	}
	for _, k := range keys {
		if k.required && !seen[k.name] {
			w.lapse(join(path, k.name), "is missing")
		}
	}
	_, err = w.dec.Token()
	return err
}

// member reads the value of one key.
func (w *walker) member(path string, keys []key, name string) error {
	for _, k := range keys {
		if k.name == name {
			return w.value(path, k)
		}
	}
	w.lapse(path, unknownKey)
	var skipped json.RawMessage
	return w.dec.Decode(&skipped)
}

// A key is one key of an object, as the tags of its field declare it.
type key struct {
	name     string
	typ      reflect.Type
	required bool
	null     bool
	filled   bool
}

func keysOf(t reflect.Type) []key {
	keys := make([]key, t.NumField())
	for i := range keys {
		f := t.Field(i)
		_, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		allowed := f.Tag.Get("shape")
		keys[i] = key{
			name:     nameOfField(f),
			typ:      f.Type,
			required: options == "",
			null:     strings.Contains(allowed, "null"),
			filled:   strings.Contains(allowed, "filled"),
		}
	}
	return keys
}

func nameOfField(f reflect.StructField) string {
	name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
	return name
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
