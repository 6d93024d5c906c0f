package feed

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// An outline is a source cut at its items, of which any run can be parsed as a
// feed of its own.
type outline struct {
	whole      string // the source itself, when nothing is to be cut from it
	head, tail string // what stands around the items
	between    string
	items      []string
	losses     []string
	err        error // the damage that ends the items; nil when there is none
}

func (o outline) part(lo, hi int) string {
	return o.head + strings.Join(o.items[lo:hi], o.between) + o.tail
}

func (o *outline) crop() {
	o.losses = append(o.losses,
		fmt.Sprintf("there are more than %d items; the first %d are read", MaxItems, MaxItems))
	o.whole = ""
}

// isJSON tells sources in JSON from those in XML.
func isJSON(src string) bool {
	return strings.HasPrefix(strings.TrimLeft(src, "\ufeff \t\r\n"), "{")
}

// rootOf returns the source without what stands before its first element, and
// the name of that in lower case.
func rootOf(src string) (root, name string) {
	src = strings.TrimLeft(src, "\ufeff \t\r\n")
	for {
		end, ok := "", false
		switch {
		case strings.HasPrefix(src, "<?"):
			end = "?>"
		case strings.HasPrefix(src, "<!--"):
			end = "-->"
		case strings.HasPrefix(src, "<!"):
			end = ">"
			if declared, _, _ := strings.Cut(src, ">"); strings.Contains(declared, "[") {
				end = "]>" // of a DTD inside
			}
		default:
			name := strings.TrimPrefix(tagName(src), "rdf:")
			return src, strings.ToLower(strings.TrimPrefix(name, "RDF:"))
		}
		if _, src, ok = strings.Cut(src, end); !ok {
			return "", ""
		}
		src = strings.TrimLeft(src, " \t\r\n")
	}
}

// tagName is the name in the tag that s begins with, with its prefix.
func tagName(s string) string {
	s, ok := strings.CutPrefix(s, "<")
	if !ok {
		return ""
	}
	if end := strings.IndexAny(s, " \t\r\n/>"); end >= 0 {
		return s[:end]
	}
	return s
}

// outlineXML finds the items of RSS and Atom. The declaration of a character set
// goes, as the source is UTF-8 by now, and so do document types.
func outlineXML(src string) outline {
	src, name := rootOf(strings.Map(permitted, src))
	if !feedRoots[name] {
		return outline{err: fmt.Errorf("the first element is %q", name)}
	}
	o := outline{whole: src}
	tokens := xml.NewDecoder(strings.NewReader(src))
	tokens.Strict = false
	var open []string // names of the elements around
	start, inside := 0, 0
	for {
		at := int(tokens.InputOffset())
		token, err := tokens.RawToken()
		switch token := token.(type) {
		case nil:
			if !errors.Is(err, io.EOF) || len(open) > 0 {
				o.whole, o.err = "", err
			}
			return o
		case xml.StartElement:
			open = append(open, tagName(src[at:]))
			if len(open) > maxDepth {
				o.whole, o.err = "", errDepth
				return o
			}
			if inside == 0 && isItem(token.Name.Local, len(open)) {
				start, inside = at, len(open)
				o.frame(src[:at], open[:len(open)-1])
			}
		case xml.EndElement:
			open = closed(open, token.Name)
			if inside == 0 || len(open) >= inside {
				continue
			}
			inside = 0
			if len(o.items) == MaxItems {
				o.crop()
				return o
			}
			o.items = append(o.items, src[start:int(tokens.InputOffset())])
		}
	}
}

// permitted drops the characters that XML may not have, which some feeds do.
func permitted(r rune) rune {
	if r < ' ' && r != '\t' && r != '\n' && r != '\r' {
		return -1
	}
	return r
}

// isItem says whether an element at a depth is an item: rss/channel/item,
// RDF/item or feed/entry.
func isItem(name string, depth int) bool {
	return (depth == 2 || depth == 3) && (name == "item" || name == "entry")
}

// closed returns the elements that are open behind an end tag: those around the
// innermost of its name. One that fits none is passed over.
func closed(open []string, name xml.Name) []string {
	written := name.Local
	if name.Space != "" {
		written = name.Space + ":" + name.Local
	}
	for i := len(open) - 1; i >= 0; i-- {
		if open[i] == written {
			return open[:i]
		}
	}
	return open
}

// frame sets what stands around the items, once.
func (o *outline) frame(head string, open []string) {
	if o.head != "" {
		return
	}
	o.head = head
	for i := len(open) - 1; i >= 0; i-- {
		o.tail += "</" + open[i] + ">"
	}
}

// outlineJSON finds the items of a JSON feed. Those that are no objects are left
// out.
func outlineJSON(src string) outline {
	o := outline{between: ",", tail: "]}"}
	src, deep := shallow(strings.TrimLeft(src, "\ufeff"))
	head := map[string]any{}
	o.err = o.members(json.NewDecoder(strings.NewReader(src)), head)
	if deep {
		o.err = errDepth
	}
	written, err := json.Marshal(head)
	if err != nil {
		o.err = err // unreachable: each member was decoded before
	}
	o.head = strings.TrimSuffix(string(written), "}") + `,"items":[`
	if len(head) == 0 {
		o.head = `{"items":[`
	}
	return o
}

// members reads the members of the feed, and its items apart.
func (o *outline) members(tokens *json.Decoder, head map[string]any) error {
	if _, err := tokens.Token(); err != nil { // the brace
		return err
	}
	for tokens.More() {
		key, err := tokens.Token()
		if err != nil {
			return err
		}
		if key == "items" {
			if err := o.elements(tokens); err != nil {
				return err
			}
			continue
		}
		var value any
		if err := tokens.Decode(&value); err != nil {
			return err
		}
		head[fmt.Sprint(key)] = withoutNulls(value)
	}
	_, err := tokens.Token()
	return err
}

func (o *outline) elements(tokens *json.Decoder) error {
	if start, err := tokens.Token(); err != nil || start != json.Delim('[') {
		return errors.Join(err, errNoItems)
	}
	for n := 1; tokens.More(); n++ {
		var item any
		if err := tokens.Decode(&item); err != nil {
			return err
		}
		if len(o.items) == MaxItems {
			o.crop()
			break
		}
		if _, ok := item.(map[string]any); !ok {
			o.losses = append(o.losses, fmt.Sprintf("item %d: is no object", n))
			continue
		}
		written, err := json.Marshal(withoutNulls(item))
		if err != nil {
			return err // unreachable: it was decoded before
		}
		o.items = append(o.items, string(written))
	}
	for tokens.More() { // behind the last that is wanted
		var item json.RawMessage
		if err := tokens.Decode(&item); err != nil {
			return nil //nolint:nilerr // nothing is lost that was not left out
		}
	}
	_, err := tokens.Token()
	return err
}

// withoutNulls drops the nulls of lists, on which the library panics.
func withoutNulls(value any) any {
	switch value := value.(type) {
	case []any:
		kept := value[:0]
		for _, v := range value {
			if v != nil {
				kept = append(kept, withoutNulls(v))
			}
		}
		return kept
	case map[string]any:
		for key, v := range value {
			value[key] = withoutNulls(v)
		}
	}
	return value
}

// shallow returns JSON up to where its brackets nest too deep, and whether they
// do.
func shallow(src string) (string, bool) {
	depth, quoted := 0, false
	for i := 0; i < len(src); i++ {
		switch c := src[i]; {
		case c == '\\' && quoted:
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return src[:i], true
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return src, false
}
