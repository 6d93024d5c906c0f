// Build bundles the scripts and styles of the pages from ../src into ../dist,
// which is committed and embedded, so that the program builds without it, and
// writes the digests of ../src into ../src.sum.
//
//	go run . ..
//
// The same sources give the same bytes.
package main

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "build:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return errors.New("want the folder that has src and dist: go run . ..")
	}
	files, err := bundle(args[0])
	if err != nil {
		return err
	}
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(args[0], "dist", name), data, 0o644); err != nil {
			return err
		}
	}
	sums, err := sources(args[0])
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(args[0], "src.sum"), sums, 0o644)
}

// sources returns the digests of all files in src, by which the tests of the
// pages tell, without this module, whether dist was made from them.
func sources(root string) ([]byte, error) {
	var out []byte
	src := os.DirFS(filepath.Join(root, "src"))
	err := fs.WalkDir(src, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(src, name)
		out = fmt.Appendf(out, "%x  %s\n", sha256.Sum256(data), name)
		return err
	})
	return out, err
}

// bundle returns the files of dist by their names.
func bundle(root string) (map[string][]byte, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	built := api.Build(api.BuildOptions{
		EntryPoints: []string{
			filepath.Join(root, "src", "app.js"),
			filepath.Join(root, "src", "site.css"),
		},
		Outdir:            filepath.Join(root, "dist"),
		Bundle:            true,
		MinifyWhitespace:  true,
		MinifyIdentifiers: true,
		MinifySyntax:      true,
		LegalComments:     api.LegalCommentsEndOfFile,
		Target:            api.ES2022,
		Format:            api.FormatIIFE,
	})
	if len(built.Errors) > 0 {
		e := built.Errors[0]
		return nil, fmt.Errorf("%s: %s", where(e.Location), e.Text)
	}
	files := map[string][]byte{}
	for _, f := range built.OutputFiles {
		files[filepath.Base(f.Path)] = f.Contents
	}
	return files, nil
}

func where(l *api.Location) string {
	if l == nil {
		return "src"
	}
	return fmt.Sprintf("%s:%d", l.File, l.Line)
}
