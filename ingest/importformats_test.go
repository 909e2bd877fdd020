package ingest

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding/simplifiedchinese"

	"jiandu/corpus"
)

// report is a text of some length that holds n.
func report(n string) string {
	return "第" + n + "项制度施行以来，监督人员逐件回访办结的事项，把群众的意见记入台账。\n每个季度末，他们会同有关单位逐条分析原因，提出改进建议，并在三个月后开展回头看。"
}

func line(n string) string {
	return `{"url": "http://www.example.org/` + n + `.html", "title": "第` + n + `篇", "source": "某报", "published": "2023-01-02", "text": "` + strings.ReplaceAll(report(n), "\n", `\n`) + `"}` + "\n"
}

func gz(b string) []byte {
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	io.WriteString(w, b)
	w.Close()
	return out.Bytes()
}

func zst(b string) []byte {
	w, _ := zstd.NewWriter(nil)
	return w.EncodeAll([]byte(b), nil)
}

func zipped(t *testing.T, members map[string][]byte) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for name, b := range members {
		h := &zip.FileHeader{Name: name}
		if strings.HasPrefix(name, "乙") { // as Chinese programs write it
			h.Name = string(encode(t, simplifiedchinese.GBK, name))
			h.NonUTF8 = true
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(b)
	}
	z.Close()
	return out.Bytes()
}

func samplePage(n string) string {
	return `<html><head><meta charset="utf-8"><link rel="canonical" href="http://www.example.org/p` + n + `.html"><title>第` + n + `页</title></head><body><h1>关于第` + n + `页的报道</h1><p>发布时间：2023-03-0` + n + `</p><div class="TRS_Editor"><p>` + strings.ReplaceAll(report("页"+n), "\n", "</p><p>") + `</p></div></body></html>`
}

func writeFiles(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, b := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestImportFormats(t *testing.T) {
	dir := writeFiles(t, map[string][]byte{
		"a.txt":            []byte("当前位置：首页 > 经验\n一项制度的一年\n来源：某报 2023-05-06\n" + report("一") + "\n（完）"),
		"gbk.txt":          encode(t, simplifiedchinese.GB18030, "又一项制度的一年\n"+report("二")),
		"urls.txt":         []byte("# to crawl\nhttp://www.example.org/u1.html\nhttps://www.example.org/u2.html\n"),
		"b.jsonl":          []byte(line("三") + "\n{broken\n" + line("\xff四") + `{"title": "无文"}` + "\n" + line("五")),
		"c.jsonl.gz":       gz(line("六")),
		"d.jsonl.zst":      zst(line("七") + line("八")),
		"e.txt.gz":         gz(report("九")),
		"page.html":        []byte(samplePage("1")),
		"page_files/x.css": []byte("p{}"),
		".hidden/x.txt":    []byte(report("隐")),
		"empty.txt":        nil,
		"blank.html":       []byte(" \n"),
		"picture.jpg":      []byte("\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"),
		"wrong.txt":        []byte("\xff\x81\xfe\x90\xff\xff\xfe\xff\x80\x80\xff\xff\x81\xff"),
		"cut.jsonl.gz":     gz(strings.Repeat(line("十"), 50))[:80],
		"not.gz":           []byte("this file is no gzip file at all"),
		"not.zip":          []byte("no zip"),
		"not.warc":         []byte("no warc\r\n\r\n"),
		"f.zip":            zipped(t, map[string][]byte{"甲/p2.html": []byte(samplePage("2")), "乙.txt": []byte(report("乙")), "g.jsonl.gz": gz(line("丙")), "__MACOSX/x": []byte("x")}),
		"list.json":        []byte("[\n" + line("子") + ",\n" + line("丑") + "]"),
		"again.jsonl":      []byte(strings.Replace(line("五"), "第五篇", "第五篇（二）", 1)),
		"list.html":        []byte(`<html><body><a href="1.html">一</a> <a href="2.html">二</a></body></html>`),
	})
	store := newStore(t)
	rep, err := Import(t.Context(), store, []string{dir, filepath.Join(dir, "missing.txt"), "-"}, ImportOptions{Stdin: strings.NewReader("http://www.example.org/in.html\n")})
	if err != nil {
		t.Fatal(err)
	}
	if rep.New != 14 || rep.Items != 14 || rep.Repeated != 1 || rep.Changed+rep.Unchanged+rep.Quarantined != 0 {
		t.Errorf("new %d, items %d, changed %d, unchanged %d, quarantined %d", rep.New, rep.Items, rep.Changed, rep.Unchanged, rep.Quarantined)
	}
	var skipped []string
	for _, s := range rep.Skipped {
		skipped = append(skipped, strings.TrimPrefix(s.Name, dir+string(filepath.Separator))+": "+s.Reason)
	}
	slices.Sort(skipped)
	if d := cmp.Diff([]string{
		"b.jsonl:3: JSON: invalid character 'b' looking for beginning of object key string",
		"b.jsonl:4: not valid UTF-8",
		"b.jsonl:5: no text",
		"blank.html: empty",
		"cut.jsonl.gz:1: unexpected EOF",
		"empty.txt: empty",
		"list.html: holds no article",
		"missing.txt: no such file or directory",
		"not.gz: decompress: gzip: invalid header",
		"not.warc:record 1: not a WARC record: \"no warc\"",
		"not.zip: zip: not a valid zip file",
		"picture.jpg: binary: neither page nor text",
		"wrong.txt: wrongly encoded: neither UTF-8 nor GB18030 nor Big5",
	}, skipped); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{"http://www.example.org/u1.html", "https://www.example.org/u2.html", "http://www.example.org/in.html"}, rep.URLs); d != "" {
		t.Error(d)
	}
	before, _ := store.LastSeq(t.Context())
	again, err := Import(t.Context(), store, []string{dir}, ImportOptions{})
	after, _ := store.LastSeq(t.Context())
	if err != nil || again.Unchanged != 14 || again.New+again.Changed != 0 || before != after {
		t.Errorf("the same again: %+v, %v, change number %d → %d", again, err, before, after)
	}
}

func TestImportFields(t *testing.T) {
	all, _ := imported(t, writeFiles(t, map[string][]byte{
		"a.txt":   []byte("当前位置：首页 > 经验 > 正文\n一项制度的一年\n——某县的做法\n来源：某报 作者：张三 2023-05-06 08:00\n" + report("一") + "\n责任编辑：李四\n原文链接：http://www.example.org/o.html\n[免责声明] 本文来源于网络转载。\n其他文字"),
		"b.jsonl": []byte(`{"url":"http://www.example.org/b.html?utm_source=x","title":"题","author":"王五","published":"2999-01-01","text":"` + strings.ReplaceAll(report("二"), "\n", `\n\n　　`) + `"}`),
	}))
	if len(all) != 2 {
		t.Fatal(len(all))
	}
	want := []corpus.Article{
		{Title: "一项制度的一年 ——某县的做法", Source: "某报", Author: "张三", Editor: "李四", Column: "经验", Published: "2023-05-06", PublishedFrom: "page", OriginalURL: "http://www.example.org/o.html", Text: report("一")},
		{URL: "http://www.example.org/b.html", Title: "题", Author: "王五", Text: report("二")},
	}
	for i, a := range all {
		a.ID, a.Quality, a.State, a.Site, a.Extractor, a.FirstSeen = "", 0, "", "", "", want[i].FirstSeen
		if d := cmp.Diff(want[i], a); d != "" {
			t.Error(d)
		}
	}
}
