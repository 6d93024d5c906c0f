package warc

import (
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/google/go-cmp/cmp"
)

// block returns a record of a type; length "" is the right one.
func block(kind, url, mime, length, body string) string {
	if length == "" {
		length = fmt.Sprint(len(body))
	}
	return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Target-URI: " + url +
		"\r\nWARC-Date: 2023-02-23T10:00:00Z\r\nContent-Type: " + mime +
		"\r\nContent-Length: " + length + "\r\n\r\n" + body + "\r\n\r\n"
}

// page returns a sound record of a page.
func page(n int) string { return answer(n, "", fmt.Sprintf("<p>Page %d", n)) }

// answer returns a record of an HTTP answer with more fields.
func answer(n int, fields, body string) string {
	return block("response", fmt.Sprintf("http://x/%d", n),
		"application/http; msgtype=response", "",
		"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"+fields+"\r\n"+body)
}

func pack(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// through packs with any writer.
func through(make func(io.Writer) io.WriteCloser, s string) string {
	var b bytes.Buffer
	z := make(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

// read lists what is in a file: "1" for the page of that number, "!120" for a
// loss at that offset; and the reasons of the losses.
func read(t testing.TB, file string) (found string, reasons []string, a *Archive) {
	t.Helper()
	a = Open(strings.NewReader(file), int64(len(file)))
	var list []string
	for r, err := range a.Records() {
		var loss *Loss
		switch {
		case errors.As(err, &loss):
			list = append(list, fmt.Sprintf("!%d", loss.Offset))
			reasons = append(reasons, loss.Reason)
		case err != nil:
			t.Fatal(err)
		default:
			n := strings.TrimPrefix(r.URL, "http://x/")
			if !bytes.Contains(r.Data, []byte("Page "+n)) {
				n += "?"
			}
			list = append(list, n)
		}
	}
	return strings.Join(list, " "), reasons, a
}

// TestP7Torture damages the second of three records in every way, plain and
// packed. The others are read, and the loss says where and why.
func TestP7Torture(t *testing.T) {
	one, two, three := page(1), page(2), page(3)
	body := "HTTP/1.1 200 OK\r\n\r\nPage 2"
	sized := func(length string) string {
		return block("response", "http://x/2",
			"application/http", length, body)
	}
	at := fmt.Sprint(len(one))
	for _, c := range []struct{ what, second, want, reason string }{
		{"sound", two, "1 2 3", ""},
		{"a negative length", sized("-1"), "1 !@ 3", "Content-Length"},
		{"a length of words", sized("many"), "1 !@ 3", "Content-Length"},
		{
			"no length", strings.Replace(two, "Content-Length", "Content-Width",
				1), "1 !@ 3", "Content-Length",
		},
		{
			"two lengths", strings.Replace(two, "WARC-Date: 2",
				"Content-Length: 2", 1), "1 !@ 3", "makes no sense",
		},
		{
			"a length over all numbers", sized("99999999999999999999"), "1 !@ 3",
			"Content-Length",
		},
		{
			"a length over the file", sized("9000000000000000000"), "1 !@ 3",
			"cut off",
		},
		{"a length a little over", sized("40"), "1 !@ 3", "has not the 40 bytes"},
		{
			"a length over the next record", sized("200"), "1 !@ 3",
			"has not the 200 bytes",
		},
		{"a short length", sized("10"), "1 !@ 3", "has not the 10 bytes"},
		{"no line ends behind", strings.TrimRight(two, "\r\n"), "1 2 3", ""},
		{"one line end behind", strings.TrimRight(two, "\r\n") + "\n", "1 2 3", ""},
		{"many line ends behind", two + "\r\n\r\n\r\n\r\n", "1 2 3", ""},
		{
			"line feeds alone", strings.ReplaceAll(two[:strings.Index(two,
				"HTTP/")-4], "\r\n", "\n") + two[strings.Index(two, "HTTP/")-4:], "1 2 3", "",
		},
		{"garbage", "garbage\x00\x1f\x8b\x08WARC/", "1 !@ 3", "no record begins"},
		{"NULs", strings.Repeat("\x00", 100_000), "1 !@ 3", "no record begins"},
		{
			"an unknown version", strings.Replace(two, "WARC/1.0", "WARC/7.0", 1),
			"1 !@ 3", "no record begins",
		},
		{
			"version 0.17", strings.Replace(two, "WARC/1.0", "WARC/0.17", 1),
			"1 2 3", "",
		},
		{
			"version 0.18", strings.Replace(two, "WARC/1.0", "WARC/0.18", 1),
			"1 2 3", "",
		},
		{
			"version 1.1", strings.Replace(two, "WARC/1.0", "WARC/1.1", 1),
			"1 2 3", "",
		},
		{
			"an address in brackets", strings.Replace(two, "http://x/2",
				"<http://x/2>", 1), "1 2 3", "",
		},
		{
			"names in capitals", strings.Replace(two, "WARC-Type", "WARC-TYPE", 1),
			"1 2 3", "",
		},
		{
			"a folded line", strings.Replace(two, "WARC-Date: ", "WARC-Date:\r\n ",
				1), "1 2 3", "",
		},
		{
			"a line without a colon", strings.Replace(two, "WARC-Date: ",
				"WARC-Date ", 1), "1 2 3", "",
		},
		{
			"no type", strings.Replace(two, "WARC-Type", "WARC-Tipe", 1), "1 !@ 3",
			"no WARC-Type",
		},
		{
			"a header without end", "WARC/1.0\r\n" + strings.Repeat("X: y\r\n",
				20_000), "1 !@ 3", "64 KiB",
		},
		{
			"a header cut off", "WARC/1.0\r\nWARC-Type: resp", "1 !@ 3",
			"makes no sense",
		},
		{
			"a large record", block("resource", "http://x/2", "text/plain", "",
				strings.Repeat("a", maxRecord+1)), "1 !@ 3", "64 MiB",
		},
		{
			"a part", strings.Replace(two, "WARC-Date",
				"WARC-Truncated: length\r\nWARC-Date", 1), "1 !@ 2 3", "only a part",
		},
		{
			"a first segment", strings.Replace(two, "WARC-Date",
				"WARC-Segment-Number: 1\r\nWARC-Date", 1), "1 !@ 2 3", "segment",
		},
		{
			"a later segment", block("continuation", "http://x/2", "", "", "more"),
			"1 !@ 3", "segment",
		},
		{
			"an answer without HTTP", block("response", "http://x/2",
				"application/http", "", "Page 2"), "1 !@ 3", "no header of HTTP",
		},
		{
			"an unknown coding", answer(2, "Content-Encoding: zstd\r\n", "Page 2"),
			"1 !@ 3", `"zstd" is unknown`,
		},
		{
			"a body torn in its gzip", answer(2, "Content-Encoding: gzip\r\n",
				pack("Page 2")[:20]), "1 !@ 3", "unpacking it",
		},
		{
			"a body torn in its chunks", answer(2,
				"Transfer-Encoding: chunked\r\n", "6\r\nPage 2\r\n5\r\nab"), "1 !@ 3", "chunks",
		},
		{
			"a bomb in the body", answer(2, "Content-Encoding: gzip\r\n",
				pack(strings.Repeat("a", 15<<20))), "1 !@ 3", "100 times",
		},
	} {
		t.Run(c.what, func(t *testing.T) {
			got, reasons, _ := read(t, one+c.second+three)
			if want := strings.ReplaceAll(c.want, "@", at); got != want {
				t.Errorf("plain: %s, want %s: %q", got, want, reasons)
			}
			if all := strings.Join(reasons, "; "); !strings.Contains(all, c.reason) {
				t.Errorf("plain: reasons %q, want %q", all, c.reason)
			}
			got, reasons, _ = read(t, pack(one)+pack(c.second)+pack(three))
			want := strings.ReplaceAll(c.want, "@", fmt.Sprint(len(pack(one))))
			if got != want && !strings.Contains(c.what, "NULs") &&
				!strings.Contains(c.what, "large") &&
				!strings.Contains(c.what, "garbage") {
				t.Errorf("packed: %s, want %s: %q", got, want, reasons)
			}
			if !strings.HasPrefix(got, "1 ") || !strings.HasSuffix(got, " 3") {
				t.Errorf("packed: %s, want the first and the last: %q", got, reasons)
			}
		})
	}
}

func TestP7PackedFilesAreDamagedToo(t *testing.T) {
	one, two, three := pack(page(1)), pack(page(2)), pack(page(3))
	flipped := []byte(two)
	flipped[len(flipped)/2] ^= 0x55
	sum := []byte(two)
	sum[len(sum)-6] ^= 1
	at := fmt.Sprint(len(one))
	for _, c := range []struct{ what, file, want string }{
		{"sound", one + two + three, "1 2 3"},
		{
			"cut off", one + two + three[:len(three)/2],
			"1 2 !" + fmt.Sprint(len(one+two)),
		},
		{"a member damaged", one + string(flipped) + three, "1 !@ 3"},
		{"a wrong checksum", one + string(sum) + three, "1 !@ 3"},
		{"garbage between", one + "garbage" + three, "1 !@ 3"},
		{
			"a member of something else", one + pack("something else") + three,
			"1 !@ 3",
		},
		{"an empty member", one + pack("") + three, "1 3"},
		{
			"a bomb", one + pack(page(2)+strings.Repeat("\x00", 30<<20)) + three,
			"1 !@ 3",
		},
		{"one member for all", pack(page(1) + page(2) + page(3)), "1 2 3"},
		{
			"the same, one record damaged", pack(page(1) + block("response", "",
				"", "7", "words without end") + page(3)), "1 !0 3",
		},
		{"the same, cut off", pack(page(1) + page(2) + page(3))[:200], "1 2"},
		{"gzip in gzip", one + pack(two) + three, "1 !@ 3"},
		{"a plain record between", one + page(2) + three, "1 !@ 3"},
	} {
		got, reasons, _ := read(t, c.file)
		want := strings.ReplaceAll(c.want, "@", at)
		if got != want && (c.what != "the same, cut off" ||
			!strings.HasPrefix(got, "1 ") || !strings.Contains(got, "!")) {
			t.Errorf("%s: %s, want %s: %q", c.what, got, want, reasons)
		}
	}
}

func TestBodiesAreUnpacked(t *testing.T) {
	text := "<p>Page 1: " + strings.Repeat("the same again, and ", 20)
	deflate := func(w io.Writer) io.WriteCloser {
		z, _ := flate.NewWriter(w,
			6)
		return z
	}
	zlibbed := func(w io.Writer) io.WriteCloser { return zlib.NewWriter(w) }
	br := func(w io.Writer) io.WriteCloser { return brotli.NewWriter(w) }
	chunks := fmt.Sprintf("%x;x=y\r\n%s\r\n%X\r\n%s\r\n0\r\n\r\n", 5, text[:5],
		len(text)-5, text[5:])
	packed := pack(text)
	for _, c := range []struct{ fields, body string }{
		{"", text},
		{"Content-Encoding: gzip\r\n", packed},
		{"content-encoding: X-GZIP\r\n", packed},
		{"Content-Encoding: deflate\r\n", through(zlibbed, text)},
		{"Content-Encoding: deflate\r\n", through(deflate, text)},
		{"Content-Encoding: br\r\n", through(br, text)},
		{"Content-Encoding: gzip, br\r\n", through(br, packed)},
		{"Transfer-Encoding: chunked\r\n", chunks},
		{
			"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
			fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(packed), packed),
		},
		// Archived unpacked, under the headers of packed ones.
		{"Transfer-Encoding: chunked\r\n", text},
		{"Content-Encoding: gzip\r\n", text},
		{"Content-Encoding: br\r\n", text},
		{"Content-Encoding: deflate\r\n", text},
	} {
		for _, file := range []string{answer(1, c.fields, c.body), pack(answer(1,
			c.fields, c.body))} {
			for r, err := range Open(strings.NewReader(file),
				int64(len(file))).Records() {
				if err != nil || string(r.Data) != text || r.MIME != "text/html" ||
					r.Date != "2023-02-23T10:00:00Z" {
					t.Errorf("%q: %q as %s, %v", c.fields, r.Data, r.MIME, err)
				}
			}
		}
	}
}

func TestWhatHasNoTextIsCounted(t *testing.T) {
	file := block("warcinfo", "", "application/warc-fields", "", "software: x") +
		block("request", "http://x/1", "application/http", "",
			"GET / HTTP/1.1\r\n\r\n") + page(1) +
		block("metadata", "http://x/1", "application/warc-fields", "", "a: b") +
		block("revisit", "http://x/1", "application/http", "",
			"HTTP/1.1 200 OK\r\n\r\n") +
		block("response", "dns:x", "text/dns", "", "20230223100000") +
		strings.Replace(page(2), "200 OK", "404 No", 1) +
		block("resource", "http://x/3", "text/plain", "", "Page 3") +
		block("conversion", "http://x/4", "text/plain", "", "Page 4")
	got, reasons, a := read(t, file)
	want := map[string]int{
		"warcinfo": 1, "request": 1, "metadata": 1, "revisit": 1,
		"response of text/dns": 1, "answer other than 200": 1,
	}
	if diff := cmp.Diff(want, a.Skipped); diff != "" || got != "1 3 4" {
		t.Errorf("%s, %q (-want +got)\n%s", got, reasons, diff)
	}
}

func TestArchivesAreToldByTheirStart(t *testing.T) {
	for start, want := range map[string]bool{
		page(1): true, "\r\n" + page(1): true, pack(page(1)): true,
		pack(page(1))[:120]: true,
		"":                  false, "WAR": false, pack("words"): false, "\x1f\x8b": false,
		"<html>": false,
	} {
		if got := Sniff([]byte(start)); got != want {
			t.Errorf("Sniff(%.20q) = %t", start, got)
		}
	}
}

func TestReadingMayStopEarly(t *testing.T) {
	for _, file := range []string{
		page(1) + page(2), pack(page(1)) + pack(page(2)),
		"WARC/1.0\r\n\r\n" + page(1),
	} {
		n := 0
		for range Open(strings.NewReader(file), int64(len(file))).Records() {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%d records", n)
		}
	}
}

func TestATruncatedHeaderOfAnArchiveTakesLinearTime(t *testing.T) {
	file := strings.Repeat("WARC/1.0\r\n", 20_000)
	start := time.Now()
	read(t, file)
	if took := time.Since(start); took > 5*time.Second {
		t.Errorf("took %v", took)
	}
}

// TestDamagedHeadersTakeLinearTime has records that begin within the headers of
// others, each of which could be read up to the same end. The sound one behind
// them is read, and a run of damage is one loss.
func TestDamagedHeadersTakeLinearTime(t *testing.T) {
	const size = 1 << 20
	many := func(s string) string { return strings.Repeat(s, size/len(s)) }
	deep := many("WARC/1.0\nWARC-Type: x\nContent-Length: 900000\n\n")
	for _, c := range []struct{ what, damage string }{
		{"without colons", "WARC/1.0\n\n" + many("xWARC/1.0\n")},
		{"with colons", "WARC/1.0\n\n" + many("x: WARC/1.0\n")},
		{"said twice", many("WARC-Type: " + strings.Repeat("y", 9) + "WARC/1.0\nWARC-Type: zWARC/1.0\n")},
		{"with ends", many(strings.Repeat("x: WARC/1.0\n", 5000) + "\n")},
		{"of nothing", many("WARC/1.0\n\n")},
		{"of an unknown version", many("xWARC/1.0\nWARC/7.0\n")},
		{"before one line end too many", deep[:len(deep)/8] + many("\n") + "x"},
	} {
		start := time.Now()
		got, reasons, _ := read(t, page(1)+c.damage+"\n"+page(2))
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s: took %v", c.what, took)
		}
		if !strings.HasPrefix(got, "1 !") || !strings.HasSuffix(got, " 2") {
			t.Errorf("%s: %.80s, want the sound ones", c.what, got)
		}
		if len(reasons) > 1 && !strings.HasPrefix(c.what, "before") {
			t.Errorf("%s: %d losses, want one: %.200q", c.what, len(reasons), reasons)
		}
	}
}

// BenchmarkRecords reads packed pages of 20 kB, as an archive of news has them.
func BenchmarkRecords(b *testing.B) {
	var words strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&words, "word%d ", i*i%997)
	}
	packed := pack(answer(1, "", words.String()))
	file := strings.Repeat(packed, 100)
	for b.Loop() {
		n := 0
		for range Open(strings.NewReader(file), int64(len(file))).Records() {
			n++
		}
		if n != 100 {
			b.Fatalf("%d records", n)
		}
	}
	b.ReportMetric(float64(100*b.N)/b.Elapsed().Seconds(), "records/s")
}

// FuzzRecords reads any file twice: the same comes out, losses lie in the file.
func FuzzRecords(f *testing.F) {
	for _, seed := range []string{
		"", page(1), page(1) + page(2), pack(page(1)) + pack(page(2)),
		page(1)[:50], pack(page(1))[:50],
		block("resource", "", "", "-5", "x"), answer(1,
			"Transfer-Encoding: chunked\r\n", "ffffffffffffffff\r\n"),
		"WARC/1.0\r\n\r\n", "WARC/1.1\n\n\n", answer(1, "Content-Encoding: br\r\n",
			"\x8b\x00"),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		list := func() (all []string) {
			for r, err := range Open(bytes.NewReader(file),
				int64(len(file))).Records() {
				var loss *Loss
				if errors.As(err, &loss) && (loss.Offset < 0 ||
					loss.Offset >= int64(len(file)) || loss.Reason == "") {
					t.Fatalf("a loss at %d of %d bytes: %s", loss.Offset,
						len(file), loss.Reason)
				}
				all = append(all, fmt.Sprint(r, err))
			}
			return all
		}
		if diff := cmp.Diff(list(), list()); diff != "" {
			t.Fatal(diff)
		}
	})
}
