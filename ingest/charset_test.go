package ingest

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
)

const (
	simplified  = "关于规范办事流程的通知：各单位要在七月底之前完成自查，逐项列出问题清单，并报送整改情况。"
	traditional = "關於規範辦事流程的通知：各單位要在七月底之前完成自查，逐項列出問題清單，並報送整改情況。"
)

func encode(t testing.TB, enc encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDecode(t *testing.T) {
	meta := func(name, text string) string { return `<html><head><meta charset="` + name + `"></head>` + text }
	far := func(text string) string {
		return "<html>" + strings.Repeat("<!-- padding -->", 300) + `<meta http-equiv="Content-Type" content="text/html; charset=big5">` + text
	}
	gbk := func(s string) []byte { return encode(t, simplifiedchinese.GB18030, s) }
	big5 := func(s string) []byte { return encode(t, traditionalchinese.Big5, s) }
	for _, c := range []struct {
		name, header string
		body         []byte
		want, enc    string
	}{
		{"plain ASCII", "", []byte("plain"), "plain", "utf-8"},
		{"UTF-8 that declares gb2312", "text/html; charset=gb2312", []byte(meta("gb2312", simplified)), simplified, "utf-8"},
		{"GBK that declares UTF-8", "text/html; charset=utf-8", gbk(meta("utf-8", simplified)), simplified, "gb18030"},
		{"GBK by header", "text/html; charset=GBK", gbk(simplified), simplified, "gb18030"},
		{"GBK by meta", "text/html", gbk(meta("gb2312", simplified)), simplified, "gb18030"},
		{"GBK that declares nothing", "", gbk(simplified), simplified, "gb18030"},
		{"four-byte GB18030", "", gbk(simplified + "㐂𠀀"), simplified + "㐂𠀀", "gb18030"},
		{"Big5 by meta at 5 KB", "", big5(far(traditional)), traditional, "big5"},
		{"Big5 that declares nothing", "", big5(traditional), traditional, "big5"},
		{"Big5 that declares GBK", "text/html; charset=gbk", big5(traditional), traditional, "big5"},
		{"UTF-8 mark", "", []byte("\xef\xbb\xbf" + simplified), simplified, "utf-8"},
		{"UTF-16 little endian", "", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), simplified), simplified, "utf-16le"},
		{"UTF-16 big endian", "", encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), simplified), simplified, "utf-16be"},
		{"UTF-16 without mark", "", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "<p>"+simplified), simplified, "utf-16le"},
		{"UTF-8 cut in a character", "", []byte(simplified)[:len(simplified)-1], strings.TrimSuffix(simplified, "。"), "utf-8"},
		{"UTF-8 with a title cut in a character", "", []byte("<title>通知\xe5\x85</title>" + simplified), simplified, "utf-8"},
		{"noise", "", []byte("\xff\x81\xfe\x90\xff\xff\xfe\xff\x80\x80\xff\xff\x81\xff"), "", ""},
	} {
		got, enc := Decode(c.body, c.header)
		if enc != c.enc || !strings.Contains(got, c.want) || !utf8.ValidString(got) {
			t.Errorf("%s: got %s %q", c.name, enc, got)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(simplified), "text/html; charset=gbk")
	f.Add([]byte("\xff\xfe<\x00"), "")
	f.Add([]byte(`<meta charset="x-user-defined">`+"\x81\x30\x81\x30"), "text/html;")
	f.Fuzz(func(t *testing.T, body []byte, header string) {
		text, name := Decode(body, header)
		if !utf8.ValidString(text) || strings.ContainsRune(text, utf8.RuneError) {
			t.Errorf("not clean: %q", text)
		}
		if utf8.Valid(body) && name == "utf-8" {
			if again, _ := Decode([]byte(text), ""); again != text {
				t.Errorf("%q decodes to %q", text, again)
			}
		}
	})
}
