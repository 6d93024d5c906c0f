package ingest

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"
)

func readStdin(t *testing.T, s string, opt Options) (Document, error) {
	t.Helper()
	opt.Stdin = strings.NewReader(s)
	return Read(t.Context(), Stdin(), opt)
}

func TestPlainTextStaysByteIdentical(t *testing.T) {
	for in, want := range map[string]string{
		"a  b\t\n\n\n c ":         "a  b\t\n\n\n c ",
		"a\r\nb\r\n":              "a\nb\n",
		"a\rb":                    "a\rb",
		"\ufeffa":                 "a",
		"a\ufeff":                 "a\ufeff",
		"e\u0301 \u00a0\u200b“x”": "e\u0301 \u00a0\u200b“x”",
		"a < b & c > d":           "a < b & c > d",
		"x\x00y and some words":   "x\x00y and some words",
		strings.Repeat("x", 1000): strings.Repeat("x", 1000),
		"OTTO von Habsburg spoke": "OTTO von Habsburg spoke",
		"BM is a signature, too.": "BM is a signature, too.",
	} {
		doc, err := readStdin(t, in, Options{})
		if err != nil || doc.Text != want {
			t.Errorf("text of %q is %q (%v), want %q", in, doc.Text, err, want)
		}
	}
}

func TestStdinIsReadByWhatItLooksLike(t *testing.T) {
	pages := []string{
		"<!DOCTYPE html><p>Hello there.", " \n<HTML><body><p>Hello there.</p>", "\ufeff<!-- saved --><html><p>Hello there.",
		`<?xml version="1.0"?><!-- a > b --><html xmlns="x"><p>Hello there.</p></html>`,
		"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00H\x00e\x00l\x00l\x00o\x00 \x00t\x00h\x00e\x00r\x00e\x00.\x00",
	}
	for _, in := range pages {
		doc, err := readStdin(t, in, Options{})
		if err != nil || doc.Text != "Hello there." {
			t.Errorf("text of %q is %q (%v), want that of the page", in, doc.Text, err)
		}
	}
	for _, in := range []string{"<3 is a heart", "a <html> tag", "<quote>Hi</quote>"} {
		doc, err := readStdin(t, in, Options{})
		if err != nil || doc.Text != in {
			t.Errorf("text of %q is %q (%v), want it as it is", in, doc.Text, err)
		}
	}
}

func TestEmptyInputIsNamed(t *testing.T) {
	for _, in := range []string{"", "\ufeff", " \n\t\n", "<html></html>"} {
		if _, err := readStdin(t, in, Options{}); !errors.Is(err, ErrEmpty) {
			t.Errorf("%q: error %v, want ErrEmpty", in, err)
		}
	}
	if _, err := Read(t.Context(), Stdin(), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("no stdin: error %v, want ErrEmpty", err)
	}
}

func TestBinaryInputIsNamed(t *testing.T) {
	for name, data := range map[string]string{
		"image/jpeg":      "\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00",
		"image/png":       "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
		"application/zip": "PK\x03\x04\x14\x00\x06\x00",
		"gzip":            "\x1f\x8b\x08\x00\x00\x00\x00\x00",
		"pdftotext":       "%PDF-1.7\n1 0 obj",
		"control":         strings.Repeat("\x01\x02\x03 abc", 50),
	} {
		_, err := readStdin(t, data, Options{})
		var named *Error
		if !errors.As(err, &named) || !errors.Is(err, ErrBinary) || !strings.Contains(err.Error(), name) {
			t.Errorf("%q: error %v, want ErrBinary that says %q", data, err, name)
		}
	}
}

func TestTheLimitOfAnInputIsNamed(t *testing.T) {
	line := strings.Repeat("x", MaxBytes)
	doc, err := readStdin(t, line, Options{})
	if err != nil || doc.Text != line {
		t.Errorf("%d bytes of one line: error %v, want them read", len(line), err)
	}
	_, err = readStdin(t, line+"x", Options{})
	if !errors.Is(err, ErrTooLarge) || !strings.Contains(err.Error(), "16 MiB") {
		t.Errorf("a byte more: error %v, want ErrTooLarge that names the limit", err)
	}
}

func TestOverridesWin(t *testing.T) {
	opt := Options{Date: "September 16, 2020", URL: "https://example.org/a", Title: "T", Publisher: "P"}
	doc, err := readStdin(t, "Title of it\n\nMay 1, 2019\n\nThe text of the article is here and it is long.", opt)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Published != "2020-09-16" || doc.URL != opt.URL || doc.Title != "T" || doc.Publisher != "P" {
		t.Errorf("document %+v, want the options' values", doc)
	}
}

func TestOverridesThatMeanNothingAreRefused(t *testing.T) {
	for _, opt := range []Options{{Date: "soon"}, {Date: "03/04/2020"}, {URL: "example.org"}, {URL: "ftp://example.org/x"}} {
		_, err := readStdin(t, "text", opt)
		var named *Error
		if !errors.As(err, &named) || named.Next == "" {
			t.Errorf("%+v: error %v, want one with a next step", opt, err)
		}
	}
}

func TestAFailingInputIsNamed(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing.txt")
	for _, src := range []Source{{Name: missing}, {Name: filepath.Dir(missing)}, {Name: ""}} {
		_, err := Read(t.Context(), src, Options{})
		var named *Error
		if !errors.As(err, &named) || named.Input != src.Name {
			t.Errorf("%q: error %v, want an Error that names it", src.Name, err)
		}
	}
	_, err := Read(t.Context(), Stdin(), Options{Stdin: io.MultiReader(strings.NewReader("a"), broken{})})
	if !errors.Is(err, errBroken) {
		t.Errorf("error %v, want that of the stream", err)
	}
}

var errBroken = errors.New("the pipe broke")

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errBroken }

type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("boom") }

func TestAPanicIsAnErrorOfItsInput(t *testing.T) {
	_, err := Read(t.Context(), Stdin(), Options{Stdin: panicking{}})
	var named *Error
	if !errors.As(err, &named) || !strings.Contains(err.Error(), "boom") {
		t.Errorf("error %v, want an Error with the panic's value", err)
	}
}

func TestACancelledReadSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := Read(ctx, Source{Name: "http://example.invalid/", web: true}, Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestLanguagesAreTold(t *testing.T) {
	for want, s := range map[string]string{
		"en": "The ministers met on Wednesday and said that they would meet again in a month to discuss the border.",
		"fr": "Les ministres se sont rencontrés mercredi et ont déclaré qu'ils se reverraient dans un mois pour discuter de la frontière.",
		"de": "Die Minister trafen sich am Mittwoch und erklärten, dass sie sich in einem Monat wieder treffen würden, um über die Grenze zu sprechen.",
		"es": "Los ministros se reunieron el miércoles y declararon que volverían a reunirse dentro de un mes para hablar de la frontera.",
		"ru": "Президент заявил, что переговоры продолжатся на следующей неделе. Министр иностранных дел подтвердил эту информацию в интервью агентству.",
		"zh": strings.Repeat("部长们周三举行了会晤，并表示将在一个月后再次会晤，讨论边界问题。", 3),
		"ja": strings.Repeat("大臣たちは水曜日に会談し、国境について話し合うために一か月後に再び会うと述べた。", 3),
		"ar": strings.Repeat("التقى الوزراء يوم الأربعاء وقالوا إنهم سيلتقون مرة أخرى بعد شهر لمناقشة الحدود. ", 2),
	} {
		doc, err := readStdin(t, s, Options{})
		if err != nil || doc.Language != want {
			t.Errorf("language of %q is %q (%v), want %q", s, doc.Language, err, want)
		}
		if (len(doc.Warnings) == 0) != (want == "en") {
			t.Errorf("%s: warnings %q", want, doc.Warnings)
		}
	}
	doc, err := readStdin(t, "No.", Options{})
	if err != nil || doc.Language != "und" {
		t.Errorf("language of a word is %q (%v), want und", doc.Language, err)
	}
}

func TestAShortPageKeepsItsDeclaredLanguage(t *testing.T) {
	doc, err := readStdin(t, `<html lang="en-US"><body><p>He resigned.</p></body></html>`, Options{})
	if err != nil || doc.Language != "en" {
		t.Errorf("language %q (%v), want en", doc.Language, err)
	}
}

func TestErrorsReadAsSentences(t *testing.T) {
	_, err := readStdin(t, string(bytes.Repeat([]byte{1}, 100)), Options{})
	want := "-: looking at it: not a text: 100 of its first 100 bytes are control characters; " +
		"give the article as text, HTML or an address"
	if err == nil || err.Error() != want {
		t.Errorf("error %q, want %q", err, want)
	}
}
