package readout

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

func readFile(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// requirements lists the modules of go.mod, the indirect ones too.
func requirements(t *testing.T) []string {
	t.Helper()
	line := regexp.MustCompile(`(?m)^(?:require )?\t?([\w.-]+\.[\w./-]+) v\S+`)
	var modules []string
	for _, m := range line.FindAllStringSubmatch(readFile(t, "go.mod"), -1) {
		modules = append(modules, m[1])
	}
	return modules
}

// directDependencies lists the modules of go.mod that our own files import.
func directDependencies(t *testing.T) []string {
	t.Helper()
	imported := loadTree(t).importsOfOthers()
	return slices.DeleteFunc(requirements(t), func(module string) bool {
		return !slices.ContainsFunc(imported, func(name string) bool {
			return strings.HasPrefix(name+"/", module+"/")
		})
	})
}

func TestNOTICENamesEveryModule(t *testing.T) {
	notice := readFile(t, "NOTICE")
	for _, module := range requirements(t) {
		if !strings.Contains(notice, module+" ") {
			t.Errorf("NOTICE: %s and its licence are missing", module)
		}
	}
}

func TestGoModReplacesNothing(t *testing.T) {
	if regexp.MustCompile(`(?m)^\s*(replace|exclude)\b`).MatchString(readFile(t, "go.mod")) {
		t.Error("go.mod: replace or exclude; a user of the module would not get it")
	}
}

func TestDirectDependenciesAreFew(t *testing.T) {
	const limit = 28
	if direct := directDependencies(t); len(direct) > limit {
		t.Errorf("go.mod: %d direct dependencies, at most %d", len(direct), limit)
	}
}

func TestEachDependencyHasItsReason(t *testing.T) {
	reasons := map[string]string{}
	for line := range strings.Lines(readFile(t, "docs/dependencies.md")) {
		cells := strings.Split(line, "|")
		if len(cells) >= 5 {
			name := strings.Trim(strings.TrimSpace(cells[1]), "`")
			reasons[name] = strings.TrimSpace(cells[2])
		}
	}
	direct := directDependencies(t)
	for _, name := range direct {
		if reasons[name] == "" {
			t.Errorf("docs/dependencies.md: no reason for %s", name)
		}
	}
	for name := range reasons {
		if strings.Contains(name, ".") && !slices.Contains(direct, name) {
			t.Errorf("docs/dependencies.md: %s is no direct dependency", name)
		}
	}
}

// pages lists what people read: the Markdown of the root and of docs.
func pages(t *testing.T) []string {
	t.Helper()
	all, err := filesEndingIn(".md")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

var (
	fence = regexp.MustCompile("(?ms)^```.*?^```")
	link  = regexp.MustCompile(`\]\(([^)\s]+)\)`)
	title = regexp.MustCompile(`(?m)^#+ +(.+?)\s*$`)
)

func TestLinksBetweenPagesResolve(t *testing.T) {
	for _, page := range pages(t) {
		text := fence.ReplaceAllString(readFile(t, page), "")
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if why := broken(t, page, m[1]); why != "" {
				t.Errorf("%s: link to %s: %s", page, m[1], why)
			}
		}
	}
}

// broken says why a link of a page leads nowhere; those to other sites are not
// followed.
func broken(t *testing.T, page, target string) string {
	t.Helper()
	if strings.Contains(target, "://") || strings.HasPrefix(target, "mailto:") {
		return ""
	}
	name, anchor, _ := strings.Cut(target, "#")
	file := page
	if name != "" {
		file = path.Join(path.Dir(page), name)
	}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		return "no such file"
	}
	if anchor == "" {
		return ""
	}
	for _, m := range title.FindAllStringSubmatch(readFile(t, file), -1) {
		if slug(m[1]) == anchor {
			return ""
		}
	}
	return "no such heading"
}

// slug is the anchor that Markdown gives to a heading.
func slug(heading string) string {
	heading = strings.ToLower(strings.ReplaceAll(heading, " ", "-"))
	return regexp.MustCompile(`[^\p{L}\p{N}_-]`).ReplaceAllString(heading, "")
}

func TestTheCodeMapNamesEveryPackage(t *testing.T) {
	row := regexp.MustCompile("(?m)^\\| `([^`]+)` \\| \\S")
	_, codeMap, _ := strings.Cut(readFile(t, "docs/architecture.md"), "\n## 2. Code map\n")
	codeMap, _, _ = strings.Cut(codeMap, "\n## ")
	mapped := map[string]bool{}
	for _, m := range row.FindAllStringSubmatch(codeMap, -1) {
		mapped[shortName(m[1])] = true
	}
	packages := loadTree(t).importsOfOwn()
	for name := range packages {
		if !mapped[name] {
			t.Errorf("docs/architecture.md: the code map lacks %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(mapped)) {
		if _, exists := packages[name]; !exists {
			t.Errorf("docs/architecture.md: the code map has %s, which is no package", name)
		}
	}
}

func TestTheChangelogIsNewestFirst(t *testing.T) {
	dates := regexp.MustCompile(`(?m)^## .*(\d{4}-\d\d-\d\d)`)
	var found []string
	for _, m := range dates.FindAllStringSubmatch(readFile(t, "CHANGELOG.md"), -1) {
		found = append(found, m[1])
	}
	slices.Reverse(found)
	if !slices.IsSorted(found) {
		t.Errorf("CHANGELOG.md: the dates from below are %v", found)
	}
}

func TestTheREADMEIsShort(t *testing.T) {
	const limit = 150
	if n := strings.Count(readFile(t, "README.md"), "\n"); n > limit {
		t.Errorf("README.md: %d lines, at most %d", n, limit)
	}
}

func TestTrainingFilesAreShort(t *testing.T) {
	const limit = 350
	files, err := filepath.Glob("training/*.py")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		if n := strings.Count(readFile(t, name), "\n"); n > limit {
			t.Errorf("%s: %d lines, at most %d", name, n, limit)
		}
	}
}

func TestGeneratedFilesSayWhatMadeThem(t *testing.T) {
	for _, s := range loadTree(t).sources {
		first, _, _ := strings.Cut(string(s.text), "\n")
		if s.generated && !strings.HasPrefix(first, "// Code generated by ") {
			t.Errorf("%s: generated, and its first line is %q", s.path, first)
		}
	}
}
