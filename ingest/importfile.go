package ingest

import (
	"archive/zip"
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"
)

const (
	maxFile    = 64 << 20 // bytes of one page or text, decompressed
	maxNesting = 4        // archives in archives
)

var errTooLarge = fmt.Errorf("larger than %d MB", maxFile>>20)

// file is something to import: a file, or a member of an archive.
type file struct {
	name  string // for reports
	base  string // decides what it is, by its ending
	time  time.Time
	r     io.Reader
	depth int // archives around it
	// crawled says that a program gathered it: not every page is expected to hold an article.
	crawled bool
}

// path imports a file, or a folder with all that is in it.
func (im *importer) path(ctx context.Context, path string) error {
	return filepath.WalkDir(path, func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			im.skip(p, "%v", reason(err))
			return nil
		case d.IsDir():
			if p != path && (strings.HasPrefix(d.Name(), ".") || isAssets(d.Name())) {
				return filepath.SkipDir
			}
			return ctx.Err()
		case strings.HasPrefix(d.Name(), ".") && p != path:
			return nil
		}
		return im.open(ctx, p)
	})
}

// isAssets tells whether a folder holds the pictures and scripts of a saved page.
func isAssets(name string) bool {
	return strings.HasSuffix(name, "_files") || strings.HasSuffix(name, ".files") || strings.HasSuffix(name, "_文件")
}

// reason gives an error without the path, which the report has already.
func reason(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

func (im *importer) open(ctx context.Context, path string) error {
	f, err := os.Open(path)
	if err != nil {
		im.skip(path, "%v", reason(err))
		return nil
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		im.skip(path, "%v", reason(err))
		return nil
	case !info.Mode().IsRegular():
		im.skip(path, "not a regular file")
		return nil
	case strings.EqualFold(filepath.Ext(path), ".zip"):
		return im.zip(ctx, file{name: path, r: f}, f, info.Size())
	}
	return im.file(ctx, file{name: path, base: filepath.Base(path), time: info.ModTime(), r: f})
}

// file imports by what the ending of the name says, else by what the content looks like.
func (im *importer) file(ctx context.Context, f file) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if f.depth > maxNesting {
		im.skip(f.name, "archives nested too deeply")
		return nil
	}
	switch ext := strings.ToLower(filepath.Ext(f.base)); ext {
	case ".gz", ".zst", ".zstd":
		return im.decompress(ctx, f, ext)
	case ".jsonl", ".ndjson":
		return im.jsonLines(ctx, f)
	case ".warc":
		return im.warc(ctx, f)
	case ".zip":
		return im.nestedZip(ctx, f)
	}
	b, err := readAll(f.r)
	if err != nil {
		im.skip(f.name, "%v", reason(err))
		return nil
	}
	return im.content(ctx, f, b)
}

// readAll reads a page or text, up to the limit.
func readAll(r io.Reader) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	if err == nil && len(b) > maxFile {
		err = errTooLarge
	}
	return b, err
}

// content imports a page or a text.
func (im *importer) content(ctx context.Context, f file, b []byte) error {
	switch {
	case len(bytes.TrimSpace(b)) == 0:
		im.skip(f.name, "empty")
	case isBinary(b):
		im.skip(f.name, "binary: neither page nor text")
	case isPage(f.base, b):
		return im.savedPage(ctx, f, b)
	case strings.EqualFold(filepath.Ext(f.base), ".json"):
		return im.json(ctx, f, b)
	case looksLikeJSON(b):
		f.r = bytes.NewReader(b)
		return im.jsonLines(ctx, f)
	default:
		return im.text(ctx, f, b)
	}
	return nil
}

func isPage(base string, b []byte) bool {
	switch strings.ToLower(filepath.Ext(base)) {
	case ".html", ".htm", ".shtml", ".xhtml", ".asp", ".aspx", ".jsp", ".php", ".jhtml", ".phtml":
		return true
	case ".txt", ".md", ".json":
		return false
	}
	start := bytes.ToLower(bytes.ReplaceAll(b[:min(len(b), 1024)], []byte{0}, nil))
	return bytes.Contains(start, []byte("<html")) || bytes.Contains(start, []byte("<!doctype html"))
}

func looksLikeJSON(b []byte) bool {
	b = bytes.TrimSpace(b)
	return bytes.HasPrefix(b, []byte(`{"`)) && utf8.Valid(b)
}

// isBinary tells whether bytes are no text: NUL, or many other control characters, outside UTF-16.
func isBinary(b []byte) bool {
	if enc, _ := byOrderMark(b); enc != nil {
		return false
	}
	start := b[:min(len(b), 8<<10)]
	odd := 0
	for _, c := range start {
		if c == 0 {
			return true
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b {
			odd++
		}
	}
	return odd*20 > len(start)
}

func (im *importer) decompress(ctx context.Context, f file, ext string) error {
	var r io.Reader
	var err error
	if ext == ".gz" {
		r, err = gzip.NewReader(bufio.NewReader(f.r))
	} else {
		var z *zstd.Decoder
		if z, err = zstd.NewReader(f.r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(256<<20)); err == nil {
			defer z.Close()
			r = z
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		im.skip(f.name, "empty")
		return nil
	case err != nil:
		im.skip(f.name, "decompress: %v", err)
		return nil
	}
	f.r, f.base, f.depth = r, f.base[:len(f.base)-len(filepath.Ext(f.base))], f.depth+1
	return im.file(ctx, f)
}

func (im *importer) nestedZip(ctx context.Context, f file) error {
	b, err := readAll(f.r)
	if err != nil {
		im.skip(f.name, "%v", reason(err))
		return nil
	}
	return im.zip(ctx, f, bytes.NewReader(b), int64(len(b)))
}

func (im *importer) zip(ctx context.Context, f file, r io.ReaderAt, size int64) error {
	z, err := zip.NewReader(r, size)
	if err != nil {
		im.skip(f.name, "%v", err)
		return nil
	}
	for _, m := range z.File {
		name := memberName(m)
		if m.FileInfo().IsDir() || hiddenMember(name) {
			continue
		}
		member := file{name: f.name + ":" + name, base: filepath.Base(name), time: m.Modified, depth: f.depth + 1}
		body, err := m.Open()
		if err != nil {
			im.skip(member.name, "%v", err)
			continue
		}
		member.r = body
		err = im.file(ctx, member)
		body.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// memberName gives a member's name; Chinese programs write it in GBK.
func memberName(m *zip.File) string {
	if m.NonUTF8 {
		name, _ := Decode([]byte(m.Name), "")
		return name
	}
	return m.Name
}

func hiddenMember(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if strings.HasPrefix(part, ".") || part == "__MACOSX" || isAssets(part) {
			return true
		}
	}
	return false
}
