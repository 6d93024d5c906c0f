package readout

import (
	"bufio"
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// module is the path of this module, with which its own imports begin.
const module = "readout"

// A source is one Go file of the module.
type source struct {
	path      string // from the root, with slashes
	text      []byte
	file      *ast.File
	test      bool
	generated bool
}

// A tree is all Go files of the module, in the order of their paths.
type tree struct {
	fset    *token.FileSet
	sources []source
}

// readTree parses the module once for all tests.
var readTree = sync.OnceValues(parseTree)

func loadTree(t *testing.T) *tree {
	t.Helper()
	all, err := readTree()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func parseTree() (*tree, error) {
	paths, err := filesEndingIn(".go")
	if err != nil {
		return nil, err
	}
	all := &tree{fset: token.NewFileSet()}
	for _, name := range paths {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		file, err := parser.ParseFile(all.fset, name, text, parser.ParseComments)
		if err != nil {
			return nil, err
		}
		all.sources = append(all.sources, source{
			path: name, text: text, file: file,
			test:      strings.HasSuffix(name, "_test.go"),
			generated: ast.IsGenerated(file),
		})
	}
	return all, nil
}

// filesEndingIn lists the files of this module, leaving out data of tests,
// what git ignores, and folders that are modules of their own.
func filesEndingIn(suffix string) ([]string, error) {
	var paths []string
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && isOutside(name) {
			return filepath.SkipDir
		}
		if !d.IsDir() && strings.HasSuffix(name, suffix) {
			paths = append(paths, filepath.ToSlash(name))
		}
		return nil
	})
	slices.Sort(paths)
	return paths, err
}

func isOutside(dir string) bool {
	if dir == "." {
		return false
	}
	base := filepath.Base(dir)
	if base == "testdata" || base == "work" || strings.HasPrefix(base, ".") {
		return true
	}
	_, err := os.Stat(filepath.Join(dir, "go.mod"))
	return !errors.Is(err, fs.ErrNotExist)
}

// product lists the sources that are neither tests nor generated.
func (t *tree) product() []source {
	return slices.DeleteFunc(slices.Clone(t.sources), func(s source) bool {
		return s.test || s.generated
	})
}

// written lists the sources that are not generated, tests among them.
func (t *tree) written() []source {
	return slices.DeleteFunc(slices.Clone(t.sources), func(s source) bool {
		return s.generated
	})
}

// line is the line of a position.
func (t *tree) line(pos token.Pos) int { return t.fset.Position(pos).Line }

// span is the number of lines from the first to the last of a node.
func (t *tree) span(n ast.Node) int { return t.line(n.End()-1) - t.line(n.Pos()) + 1 }

// packageOf is the folder of a source, without "internal/": "." for the root.
func packageOf(s source) string {
	return shortName(path.Dir(s.path))
}

func shortName(dir string) string { return strings.TrimPrefix(dir, "internal/") }

// lines is the number of lines of a source.
func (s source) lines() int { return bytes.Count(s.text, []byte("\n")) }

// eachLine calls do with the number and the words of each line.
func (s source) eachLine(do func(n int, line string)) {
	scanner := bufio.NewScanner(bytes.NewReader(s.text))
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		do(n, scanner.Text())
	}
}

// functions calls do with each function and method that is declared in s.
func (s source) functions(do func(*ast.FuncDecl)) {
	for _, d := range s.file.Decls {
		if f, ok := d.(*ast.FuncDecl); ok {
			do(f)
		}
	}
}

// importsOfOwn maps each package of the module to those that it imports,
// outside its tests.
func (t *tree) importsOfOwn() map[string][]string {
	imports := map[string][]string{}
	for _, s := range t.sources {
		if s.test {
			continue
		}
		from := packageOf(s)
		imports[from] = append(imports[from], ownImports(s)...)
	}
	for from, to := range imports {
		slices.Sort(to)
		imports[from] = slices.Compact(to)
	}
	return imports
}

func ownImports(s source) []string {
	var own []string
	for _, spec := range s.file.Imports {
		name := strings.Trim(spec.Path.Value, `"`)
		if name == module {
			own = append(own, ".")
		}
		if rest, ok := strings.CutPrefix(name, module+"/"); ok {
			own = append(own, shortName(rest))
		}
	}
	return own
}

// importsOfOthers lists what the files import of other modules, the tests too.
func (t *tree) importsOfOthers() []string {
	var all []string
	for _, s := range t.sources {
		for _, spec := range s.file.Imports {
			name := strings.Trim(spec.Path.Value, `"`)
			if host, _, _ := strings.Cut(name, "/"); strings.Contains(host, ".") {
				all = append(all, name)
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
