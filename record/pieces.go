package record

import (
	"reflect"
	"strconv"
	"strings"
)

// visit calls see with the place of, and a pointer to, each object of the
// record: documents, entities, marks, spans and so on, and each score. It
// walks the types, so that no part can be forgotten.
func (r *Record) visit(see func(path string, item any)) {
	walk("", reflect.ValueOf(r), see)
}

func walk(path string, v reflect.Value, see func(string, any)) {
	v = reflect.Indirect(v) // of nil a Value of no kind
	kind := v.Kind()
	if kind == reflect.Struct || kind == reflect.Float64 {
		see(path, v.Addr().Interface())
	}
	if kind == reflect.Slice && v.Type().Elem().Kind() == reflect.Struct {
		for i := range v.Len() {
			walk(path+"["+strconv.Itoa(i)+"]", v.Index(i), see)
		}
	}
	if kind != reflect.Struct || v.Type() == reflect.TypeFor[Span]() {
		return // ids, words and numbers hold nothing
	}
	for i := range v.NumField() {
		walk(join(path, nameOfField(v.Type().Field(i))), v.Field(i), see)
	}
}

// A piece is one span of a record, with its place in it and, where the record
// repeats them, the words.
type piece struct {
	path  string
	span  *Span
	exact *string // nil for a bare span
}

// pieces lists every span of the record.
func (r *Record) pieces() []piece {
	var all []piece
	r.visit(func(path string, item any) {
		switch x := item.(type) {
		case *Mark:
			all = append(all, piece{path, &x.Span, &x.Exact})
		case *Mention:
			all = append(all, piece{path, &x.Span, &x.Exact})
		case *Time:
			all = append(all, piece{path, &x.Span, &x.Exact})
		case *Amount:
			all = append(all, piece{path, &x.Span, &x.Exact})
		case *Citation:
			all = append(all, piece{path, &x.Span, &x.Exact})
		case *Arg:
			if x.Span != nil {
				all = append(all, piece{path, x.Span, &x.Exact})
			}
		case *Span:
			if strings.HasSuffix(path, "]") { // of a list, not of a mark
				all = append(all, piece{path, x, nil})
			}
		}
	})
	return all
}
