package readout

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// A measure is one counted thing of the source: its place and its size.
type measure struct {
	at   string // file:line and name
	size int
}

// An exception is a measure that may pass its limit. Its place has no line, so
// that it stays true when the file changes.
type exception struct{ what, at, reason string }

// exceptions holds for all gates together: at most five.
var exceptions = []exception{
	{"own imports", "reading/extract", "the one place that calls every stage of reading"},
	{"own imports", "cmd/readout", "the one place that joins reading and keeping"},
	{"own imports", "cmd/readout/desk", "the verbs over the database, which need all of keeping"},
	{"own imports", "cmd/readout/sitting", "a verb over the database, apart from the others for its size"},
	{"own imports", "serving/web", "the pages, which show all of keeping"},
}

func TestExceptionsAreFewAndHaveReasons(t *testing.T) {
	const limit = 5
	if len(exceptions) > limit {
		t.Errorf("%d exceptions, at most %d", len(exceptions), limit)
	}
	for _, e := range exceptions {
		if e.reason == "" {
			t.Errorf("exception for the %s of %s: no reason", e.what, e.at)
		}
	}
}

// A limit bounds measures: the 95th percentile (0: unbounded) and the greatest.
type limit struct {
	what     string
	p95, max int
}

// check reports the largest measures when the percentile is too high, and each
// measure above the greatest size, but for the exceptions.
func (l limit) check(t *testing.T, all []measure) {
	t.Helper()
	all = slices.DeleteFunc(slices.Clone(all), l.isExcepted)
	if len(all) == 0 {
		t.Fatalf("%s: nothing to measure", l.what)
	}
	slices.SortFunc(all, func(a, b measure) int {
		return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.at, b.at))
	})
	if p95 := all[len(all)/20].size; l.p95 > 0 && p95 > l.p95 {
		t.Errorf("%s: 95th percentile %d, at most %d; the largest are\n%s",
			l.what, p95, l.p95, list(all[:min(len(all), 1+len(all)/20)]))
	}
	for _, m := range all {
		if l.max > 0 && m.size > l.max {
			t.Errorf("%s: %s: %d, at most %d", l.what, m.at, m.size, l.max)
		}
	}
}

var lineNumber = regexp.MustCompile(`:\d+`)

func (l limit) isExcepted(m measure) bool {
	at := lineNumber.ReplaceAllString(m.at, "")
	return slices.ContainsFunc(exceptions, func(e exception) bool {
		return e.what == l.what && e.at == at
	})
}

func list(all []measure) string {
	var b strings.Builder
	for _, m := range all[:min(len(all), 20)] {
		fmt.Fprintf(&b, "\t%s: %d\n", m.at, m.size)
	}
	return b.String()
}

func TestFilesAreShort(t *testing.T) {
	var all []measure
	for _, s := range loadTree(t).written() {
		all = append(all, measure{s.path, s.lines()})
	}
	limit{"lines of a file", 500, 700}.check(t, all)
}

func TestPackagesAreSmall(t *testing.T) {
	lines := map[string]int{}
	for _, s := range loadTree(t).product() {
		lines[packageOf(s)] += s.lines()
	}
	var all []measure
	for name, n := range lines {
		all = append(all, measure{name, n})
	}
	limit{"lines of a package", 0, 1600}.check(t, all)
}

// perFunction measures each function outside the tests.
func perFunction(all *tree, size func(*ast.FuncDecl) int) []measure {
	var out []measure
	for _, s := range all.product() {
		s.functions(func(f *ast.FuncDecl) {
			at := fmt.Sprintf("%s:%d %s", s.path, all.line(f.Pos()), f.Name.Name)
			out = append(out, measure{at, size(f)})
		})
	}
	return out
}

func TestFunctionsAreShort(t *testing.T) {
	all := loadTree(t)
	functions := perFunction(all, func(f *ast.FuncDecl) int { return all.span(f) })
	limit{"lines of a function", 50, 100}.check(t, functions)

	const long, share = 60, 0.03
	over := slices.DeleteFunc(slices.Clone(functions), func(m measure) bool {
		return m.size <= long
	})
	if float64(len(over)) > share*float64(len(functions)) {
		t.Errorf("%d of %d functions have more than %d lines, at most %.0f %%:\n%s",
			len(over), len(functions), long, 100*share, list(over))
	}
}

func TestFunctionsBranchLittle(t *testing.T) {
	functions := perFunction(loadTree(t), cyclomatic)
	limit{"cyclomatic complexity", 11, 25}.check(t, functions)
}

// cyclomatic is McCabe's number: one, and one more for each branch.
func cyclomatic(f *ast.FuncDecl) int {
	n := 1
	ast.Inspect(f, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.IfStmt, *ast.ForStmt, *ast.RangeStmt:
			n++
		case *ast.CaseClause:
			n += min(len(node.List), 1)
		case *ast.CommClause:
			if node.Comm != nil {
				n++
			}
		case *ast.BinaryExpr:
			if node.Op == token.LAND || node.Op == token.LOR {
				n++
			}
		}
		return true
	})
	return n
}

func TestParametersAreFew(t *testing.T) {
	limit{"parameters", 0, 5}.check(t, perFunction(loadTree(t), parameters))
}

// parameters counts all but a context.
func parameters(f *ast.FuncDecl) int {
	n := 0
	for _, field := range f.Type.Params.List {
		if s, ok := field.Type.(*ast.SelectorExpr); ok && s.Sel.Name == "Context" {
			continue
		}
		n += max(len(field.Names), 1)
	}
	return n
}

func TestLinesAreNarrow(t *testing.T) {
	var all []measure
	for _, s := range loadTree(t).written() {
		s.eachLine(func(n int, line string) {
			wide := utf8.RuneCountInString(strings.ReplaceAll(line, "\t", "    "))
			all = append(all, measure{fmt.Sprintf("%s:%d", s.path, n), wide})
		})
	}
	limit{"characters of a line", 85, 0}.check(t, all)
}

func TestElseIsRare(t *testing.T) {
	const limit = 0.06
	all := loadTree(t)
	ifs := 0
	var elses []measure
	for _, s := range all.product() {
		ast.Inspect(s.file, func(node ast.Node) bool {
			branch, ok := node.(*ast.IfStmt)
			if !ok {
				return true
			}
			ifs++
			if branch.Else != nil {
				at := fmt.Sprintf("%s:%d", s.path, all.line(branch.Else.Pos()))
				elses = append(elses, measure{at, 1})
			}
			return true
		})
	}
	if share := float64(len(elses)) / float64(max(ifs, 1)); share > limit {
		t.Errorf("%d else for %d if: %.3f, at most %.2f\n%s",
			len(elses), ifs, share, limit, list(elses))
	}
}

// isForTests knows the tests of every store, and the server that some need.
func isForTests(name string) bool {
	return strings.HasSuffix(name, "/storetest") || strings.HasSuffix(name, "/postgres/cluster")
}

func TestTestsAreAsLongAsTheyShouldBe(t *testing.T) {
	const least, most = 0.6, 1.2
	tests, product := 0, 0
	for _, s := range loadTree(t).written() {
		if s.test || isForTests(packageOf(s)) {
			tests += s.lines()
			continue
		}
		product += s.lines()
	}
	if share := float64(tests) / float64(product); share < least || share > most {
		t.Errorf("%d lines of tests for %d of the product: %.2f, want %.1f to %.1f",
			tests, product, share, least, most)
	}
}
