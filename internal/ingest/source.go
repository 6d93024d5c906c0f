package ingest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"readout/internal/ingest/fetch"
)

// A Source is one input, not yet read. The zero Source names nothing.
type Source struct {
	Name    string // as the user named it, or the path found in a directory
	stdin   bool
	web     bool
	watched bool          // it must be a feed
	held    fetch.Request // what is known of the copy at hand
	data    []byte        // what was handed over; nil when it is still to be had
	mime    string        // of data
	pipe    io.ReadCloser // what it is read from, once; nil when it is to be opened
}

// Stdin is the source that reads Options.Stdin.
func Stdin() Source { return Source{Name: "-", stdin: true} }

// Piped is the source of a file that was opened because it can be only once, as
// a pipe. [Open] closes it.
func Piped(name string, pipe io.ReadCloser) Source {
	return Source{Name: name, pipe: pipe}
}

// Bytes is the source of what somebody handed over, with its content type, which
// says how it is read; where that is empty the bytes are looked at. They are not
// changed.
func Bytes(name, contentType string, data []byte) Source {
	if data == nil {
		data = []byte{}
	}
	return Source{Name: name, data: data, mime: contentType}
}

// Address is the source of a page. Whatever it names, nothing but http and https
// is fetched.
func Address(url string) Source { return Source{Name: url, web: true} }

// Watched is the source of a feed, of which a copy with this ETag and
// Last-Modified was read before. [Open] is [ErrUnchanged] when it is the newest.
func Watched(address, etag, modified string) Source {
	held := fetch.Request{ETag: etag, LastModified: modified, Accept: "application/rss+xml, application/atom+xml, " +
		"application/feed+json, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"}
	return Source{Name: address, web: true, watched: true, held: held}
}

// ListOptions say what belongs to a list of inputs besides its arguments.
type ListOptions struct {
	FilesFrom string                 // a file with one input a line, "-" for Stdin
	Stdin     io.Reader              // read when FilesFrom is "-"
	Skipped   func(path, why string) // told of each file passed over; may be nil
}

// Expand yields the inputs that args and opt.FilesFrom name, in that order:
// "-", addresses, files, and the texts and pages under directories in sorted
// order. An argument that names nothing is an [*Error] in its place, and the
// next ones follow.
func Expand(args []string, opt ListOptions) iter.Seq2[Source, error] {
	return func(yield func(Source, error) bool) {
		for _, arg := range args {
			if !expand(arg, opt, yield) {
				return
			}
		}
		if opt.FilesFrom == "" {
			return
		}
		lines, err := listed(opt)
		if err != nil {
			yield(Source{Name: opt.FilesFrom}, fault(opt.FilesFrom, &step{"reading the list of files", err}))
			return
		}
		for _, line := range lines {
			if !expand(line, opt, yield) {
				return
			}
		}
	}
}

func listed(opt ListOptions) ([]string, error) {
	data, err := []byte(nil), error(nil)
	switch {
	case opt.FilesFrom != "-":
		data, err = readFile(opt.FilesFrom)
	case opt.Stdin != nil:
		data, err = readAll(opt.Stdin)
	}
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

func expand(arg string, opt ListOptions, yield func(Source, error) bool) bool {
	switch {
	case arg == "-":
		return yield(Stdin(), nil)
	case hasScheme(arg):
		return yield(Source{Name: arg, web: true}, nil)
	}
	info, err := os.Stat(arg)
	if err != nil {
		return yield(Source{Name: arg}, fault(arg, &step{"opening it", reason(err)}))
	}
	if !info.IsDir() {
		return yield(Source{Name: arg}, nil)
	}
	return walk(arg, opt, yield)
}

// hasScheme tells an address from a path. A path may hold a colon, and on
// Windows begins with a drive's letter.
func hasScheme(arg string) bool {
	scheme, _, ok := strings.Cut(arg, "://")
	return ok && scheme != "" && !strings.ContainsAny(scheme, `/\. `)
}

func isAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// IsOne says whether what an argument names is one document by its look: a file
// with the ending of a text or a page. Others may hold any number.
func IsOne(arg string) bool {
	k := endings[endingOf(arg)]
	return (k == plain || k == page) && !hasScheme(arg)
}

// endings are the files of a directory that are read, and how, where they do
// not show it themselves.
var endings = map[string]kind{
	".txt": plain, ".md": plain, ".html": page, ".htm": page, ".xhtml": page,
	".txt.gz": plain, ".md.gz": plain, ".html.gz": page, ".htm.gz": page,
	".rss": syndicated, ".atom": syndicated, ".warc": unknown, ".warc.gz": unknown,
}

// endingOf is the ending of a name, two where the last says that it is packed.
func endingOf(path string) string {
	path = strings.ToLower(path)
	ending := filepath.Ext(path)
	if ending == ".gz" {
		return filepath.Ext(strings.TrimSuffix(path, ending)) + ending
	}
	return ending
}

var errStopped = errors.New("the caller has had enough")

// walk yields the inputs under a directory, named below what the user named. That
// may be a link; links within it are not followed.
func walk(dir string, opt ListOptions, yield func(Source, error) bool) bool {
	root, err := filepath.EvalSymlinks(dir)
	if err != nil {
		root = dir // why it cannot be read is said below
	}
	found := false
	err = filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
		path = below(dir, root, path)
		if err != nil {
			if !yield(Source{Name: path}, fault(path, &step{"opening it", reason(err)})) {
				return errStopped
			}
			return nil
		}
		if why, skip := passedOver(dir, path, entry); skip {
			if why != "" && opt.Skipped != nil {
				opt.Skipped(path, why)
			}
			if entry.IsDir() && why != "" {
				return filepath.SkipDir
			}
			return nil
		}
		found = true
		if !yield(Source{Name: path}, nil) {
			return errStopped
		}
		return nil
	})
	if errors.Is(err, errStopped) {
		return false
	}
	if !found {
		return yield(Source{Name: dir}, fault(dir, &step{"looking for texts", ErrNothing}))
	}
	return true
}

// below names a path under root as one under dir, which leads there.
func below(dir, root, path string) string {
	rest, err := filepath.Rel(root, path)
	if err != nil || rest == "." {
		return dir
	}
	return filepath.Join(dir, rest)
}

// passedOver tells what a walk does not read, and why; a directory to descend
// into has no reason.
func passedOver(root, path string, entry fs.DirEntry) (why string, skip bool) {
	hidden := strings.HasPrefix(entry.Name(), ".") && path != root
	switch {
	case hidden:
		return "hidden", true
	case entry.IsDir():
		return "", true
	case !entry.Type().IsRegular():
		return "not a regular file", true
	}
	ending := endingOf(path)
	if _, ok := endings[ending]; !ok {
		return fmt.Sprintf("not a text or page by its name (%q)", ending), true
	}
	return "", false
}

func readFile(path string) ([]byte, error) {
	file, _, err := openFile(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return readAll(file)
}

// openFile opens a file that is no directory.
func openFile(path string) (*os.File, fs.FileInfo, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, nil, &step{"opening it", reason(err)}
	}
	info, err := file.Stat()
	if err == nil && info.IsDir() {
		err = errors.New("it is a directory")
	}
	if err != nil {
		return nil, nil, errors.Join(&step{"opening it", reason(err)}, file.Close())
	}
	return file, info, nil
}

// reason drops the path from a file system's error: the input is named once.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// readAll reads to the end or to the limit of one input.
func readAll(r io.Reader) ([]byte, error) {
	data, err := fetch.ReadAll(r)
	return data, reason(err)
}
