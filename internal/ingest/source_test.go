package ingest

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/ingest/fetch"
)

// write puts files under a new directory and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// expanded lists the names of the sources, errors as "!name".
func expanded(dir string, args []string, opt ListOptions) []string {
	var names []string
	for src, err := range Expand(args, opt) {
		name := filepath.ToSlash(strings.TrimPrefix(src.Name, dir+string(filepath.Separator)))
		if err != nil {
			name = "!" + name
		}
		names = append(names, name)
	}
	return names
}

func TestADirectoryIsWalkedInSortedOrder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "", "a.html": "", "c.HTM": "", "d.md": "", "sub/e.xhtml": "", "sub/f.jpg": "",
		".hidden.txt": "", ".git/g.txt": "", "z": "", "empty/x.pdf": "",
	})
	var skipped []string
	got := expanded(dir, []string{dir}, ListOptions{Skipped: func(path, why string) {
		name, _ := filepath.Rel(dir, path)
		skipped = append(skipped, filepath.ToSlash(name)+": "+why)
	}})
	want := []string{"a.html", "b.txt", "c.HTM", "d.md", "sub/e.xhtml"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
	wantSkipped := []string{
		".git: hidden", ".hidden.txt: hidden", `empty/x.pdf: not a text or page by its name (".pdf")`,
		`sub/f.jpg: not a text or page by its name (".jpg")`, `z: not a text or page by its name ("")`,
	}
	if diff := cmp.Diff(wantSkipped, skipped); diff != "" {
		t.Errorf("skipped (-want +got)\n%s", diff)
	}
}

func TestInputsKeepTheirOrderAndErrorsTheirPlace(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "", "none/x.pdf": "", "list": "\nb.txt\r\n  https://example.org/x \n\n-\n"})
	at := func(name string) string { return filepath.Join(dir, name) }
	args := []string{"https://example.org/?q=a b", at("missing"), "-", at("a.txt"), at("none"), "file:///etc/passwd"}
	got := expanded(dir, args, ListOptions{FilesFrom: at("list")})
	want := []string{
		"https://example.org/?q=a b", "!missing", "-", "a.txt", "!none", "file:///etc/passwd",
		"!b.txt", "https://example.org/x", "-",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
	for _, err := range Expand([]string{at("missing")}, ListOptions{}) {
		if !errors.Is(err, fs.ErrNotExist) || strings.Count(err.Error(), "missing") != 1 {
			t.Errorf("error %v, want the path named once and that it does not exist", err)
		}
	}
	for _, err := range Expand([]string{at("none")}, ListOptions{}) {
		if !errors.Is(err, ErrNothing) {
			t.Errorf("error %v, want ErrNothing", err)
		}
	}
}

func TestAListMayComeFromStdin(t *testing.T) {
	got := expanded("", nil, ListOptions{FilesFrom: "-", Stdin: strings.NewReader("http://a.example/\nhttp://b.example/")})
	if diff := cmp.Diff([]string{"http://a.example/", "http://b.example/"}, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
	got = expanded("", nil, ListOptions{FilesFrom: "no/such/list"})
	if diff := cmp.Diff([]string{"!no/such/list"}, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
}

func TestPackedFilesAreReadByTheirNames(t *testing.T) {
	text := "Ann Lee said the bridge is closed.\n"
	page := "<p>Ann Lee said the bridge is closed.</p>"
	dir := write(t, map[string]string{
		"a.txt.gz": string(pack(text)), "b.HTML.gz": string(pack(page)), "c.txt.gz": text,
		"d.csv.gz": string(pack(text)), "e.md.gz": string(pack(text)),
	})
	got := expanded(dir, []string{dir}, ListOptions{})
	want := []string{"a.txt.gz", "b.HTML.gz", "c.txt.gz", "e.md.gz"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
	for _, name := range want {
		at := filepath.Join(dir, name)
		doc, err := Read(t.Context(), Source{Name: at}, Options{})
		if err != nil || strings.TrimSpace(doc.Text) != strings.TrimSpace(text) {
			t.Errorf("%s: %q, error %v", name, doc.Text, err)
		}
		if !IsOne(at) {
			t.Errorf("%s is not known to be one document", name)
		}
	}
	_, err := Read(t.Context(), Source{Name: filepath.Join(dir, "d.csv.gz")}, Options{})
	if !errors.Is(err, ErrBinary) || !strings.Contains(err.Error(), "`zcat FILE | readout read -`") {
		t.Errorf("d.csv.gz: error %v, want one that says how to unpack it", err)
	}
}

func TestPackedFilesAreBounded(t *testing.T) {
	whole := pack(strings.Repeat("Ann Lee said the bridge is closed.\n", 1000))
	dir := write(t, map[string]string{
		"cut.txt.gz":  string(whole[:len(whole)/2]),
		"huge.txt.gz": string(pack(strings.Repeat("x", MaxBytes+1))),
	})
	for name, want := range map[string]error{"cut.txt.gz": ErrBinary, "huge.txt.gz": ErrTooLarge} {
		at := filepath.Join(dir, name)
		_, err := Read(t.Context(), Source{Name: at}, Options{})
		var named *Error
		if !errors.Is(err, want) || !errors.As(err, &named) || named.Input != at {
			t.Errorf("%s: error %v, want %v", name, err, want)
		}
	}
}

func TestALongLineOfAListEndsNotTheList(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "", "b.txt": ""})
	long := "http://long.example/" + strings.Repeat("x", 70<<10)
	list := filepath.Join(dir, "a.txt") + "\n" + long + "\r\n" + filepath.Join(dir, "b.txt")
	got := expanded(dir, nil, ListOptions{FilesFrom: "-", Stdin: strings.NewReader(list)})
	if diff := cmp.Diff([]string{"a.txt", long, "b.txt"}, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
}

func TestACallerMayStopEarly(t *testing.T) {
	dir := write(t, map[string]string{"a.txt": "", "b.txt": "", "c.txt": ""})
	n := 0
	for range Expand([]string{dir, "-"}, ListOptions{}) {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d sources after a stop, want 1", n)
	}
}

func TestLinksInADirectoryAreNotFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("making links needs a privilege on Windows")
	}
	dir := write(t, map[string]string{"in/a.txt": "", "out/secret.txt": ""})
	if err := os.Symlink(filepath.Join(dir, "out", "secret.txt"), filepath.Join(dir, "in", "b.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(filepath.Join(dir, "out"), filepath.Join(dir, "in", "c")); err != nil {
		t.Fatal(err)
	}
	got := expanded(dir, []string{filepath.Join(dir, "in")}, ListOptions{})
	if diff := cmp.Diff([]string{"in/a.txt"}, got); diff != "" {
		t.Errorf("sources (-want +got)\n%s", diff)
	}
}

// TestALinkThatIsNamedIsFollowed since whoever names it means what it leads to.
func TestALinkThatIsNamedIsFollowed(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("making links needs a privilege on Windows")
	}
	dir := write(t, map[string]string{".news/sub/a.txt": "", ".news/b.txt": "", ".news/.c.txt": ""})
	for name, to := range map[string]string{"today": ".news", "now": "today"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ arg, names string }{
		{"today", "today/b.txt today/sub/a.txt"},
		{"now", "now/b.txt now/sub/a.txt"},
		{"today/sub/", "today/sub/a.txt"},
		{"today/", "today/b.txt today/sub/a.txt"},
	} {
		got := expanded(dir, []string{dir + "/" + c.arg}, ListOptions{})
		if diff := cmp.Diff(strings.Fields(c.names), got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.arg, diff)
		}
	}
	var skipped []string
	opt := ListOptions{Skipped: func(path, why string) { skipped = append(skipped, path+": "+why) }}
	expanded(dir, []string{filepath.Join(dir, "today")}, opt)
	if want := filepath.Join(dir, "today", ".c.txt") + ": hidden"; len(skipped) != 1 || skipped[0] != want {
		t.Errorf("skipped %q, want %q", skipped, want)
	}
}

func TestBytesAreReadAsTheirContentTypeSays(t *testing.T) {
	for _, c := range []struct{ contentType, data, want string }{
		{"text/plain; charset=utf-8", "<p>One.</p>\r\n", "<p>One.</p>\n"},
		{"text/plain; charset=windows-1252", "\x93One\x94.", "“One”."},
		{"", "One.", "One."},
	} {
		doc, err := Read(t.Context(), Bytes("posted", c.contentType, []byte(c.data)), Options{})
		if err != nil || doc.Text != c.want || doc.Input != "posted" {
			t.Errorf("%s: %+v, %v", c.contentType, doc, err)
		}
	}
	doc, err := Read(t.Context(), Bytes("posted", "text/html", []byte("<p>"+strings.Repeat("One two. ", 40)+"</p>")), Options{})
	if err != nil || strings.Contains(doc.Text, "<p>") {
		t.Errorf("a fragment of a page: %q, %v", doc.Text, err)
	}
	for _, c := range []struct {
		data []byte
		want error
	}{
		{nil, ErrEmpty}, {[]byte("%PDF-1.7"), ErrBinary}, {make([]byte, MaxBytes+1), ErrTooLarge},
	} {
		if _, err := Read(t.Context(), Bytes("posted", "text/plain", c.data), Options{}); !errors.Is(err, c.want) {
			t.Errorf("%.10q: %v, want %v", c.data, err, c.want)
		}
	}
}

// TestAnAddressIsNeverAFile since it is what a stranger has typed.
func TestAnAddressIsNeverAFile(t *testing.T) {
	for _, address := range []string{"/etc/passwd", "file:///etc/passwd", "source.go", "-", ""} {
		if _, err := Read(t.Context(), Address(address), Options{}); !errors.Is(err, fetch.ErrScheme) {
			t.Errorf("%q: %v", address, err)
		}
	}
}
