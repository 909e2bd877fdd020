package ingest

import (
	"net/url"
	"testing"

	"jiandu/corpus"
)

func TestCanonical(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"HTTP://WWW.Example.GOV.cn:80/a/./b/../c.html#top", "http://www.example.gov.cn/a/c.html"},
		{"https://example.org:443", "https://example.org/"},
		{"http://127.0.0.1:8080/a?utm_source=x&id=3&spm=1.2", "http://127.0.0.1:8080/a?id=3"},
		{"https://example.org/n/t20230201_2_m.html", "https://example.org/n/t20230201_2.html"},
		{"https://example.org/n/t20230201_2_m.shtml?from=timeline", "https://example.org/n/t20230201_2.shtml"},
		{"https://example.org/%e6%b9%96%7e?q=%e6%b9%96", "https://example.org/%E6%B9%96~?q=%E6%B9%96"},
		{"https://example.org/湖", "https://example.org/%E6%B9%96"},
		{"https://example.org/a//b/", "https://example.org/a/b/"},
		{"https://example.org/a;jsessionid=1A?b=2", "https://example.org/a?b=2"},
		{"https://example.org/a%2Fb", "https://example.org/a%2Fb"},
		{"https://user:secret@example.org/?", "https://example.org/"},
		{"http://[::1]:80/a", "http://[::1]/a"},
		{"https://example.org./a", "https://example.org/a"},
		{"https://监督.example:8443/a", "https://xn--ozy2l.example:8443/a"},
	} {
		got, err := Canonical(c.in)
		if err != nil || got != c.want {
			t.Errorf("Canonical(%s) = %s, %v; want %s", c.in, got, err, c.want)
		}
	}
	for _, bad := range []string{"", "/a", "ftp://example.org/", "http://", "javascript:void(0)", "http://exa mple/"} {
		if got, err := Canonical(bad); err == nil {
			t.Errorf("Canonical(%q) = %q", bad, got)
		}
	}
}

func TestKeyIsOneForTwins(t *testing.T) {
	want := Key("https://example.gov.cn/n/t20230201_2.html")
	for _, u := range []string{
		"http://example.gov.cn/n/t20230201_2.html", "https://www.example.gov.cn/n/t20230201_2.html",
		"http://www.example.gov.cn/n/t20230201_2_m.html", "https://example.gov.cn/n/t20230201_2.html?spm=1#a",
	} {
		if Key(u) != want {
			t.Errorf("Key(%s) = %s, want %s", u, Key(u), want)
		}
	}
}

func TestIdentify(t *testing.T) {
	const page = "https://www.example.gov.cn/n/202302/t20230201_2.html"
	for _, c := range []struct{ rel, want string }{
		{"", page},
		{"https://example.gov.cn/x/t20230201_2.html", "https://example.gov.cn/x/t20230201_2.html"},
		{"https://other.example/x.html", page},
		{"https://www.example.gov.cn/", page},
		{"https://www.example.gov.cn/index.html", page},
		{"not a URL", page},
	} {
		var a corpus.Article
		Identify(&a, page, c.rel)
		if a.URL != c.want || a.ID != corpus.ArticleID(Key(c.want), "") {
			t.Errorf("rel %q: %s %s, want %s", c.rel, a.URL, a.ID, c.want)
		}
	}
}

// FuzzCanonical: what is accepted is an http URL with the same host, accepted
// again without a change, and without fragment.
func FuzzCanonical(f *testing.F) {
	f.Add("http://www.example.org/a/../b_m.html?spm=1&b=%zz#x")
	f.Add("https://. ")
	f.Add("https://[::1]:443/%2e%2e/%25")
	f.Fuzz(func(t *testing.T, raw string) {
		once, err := Canonical(raw)
		if err != nil {
			return
		}
		u, err := url.Parse(once)
		if err != nil || u.Host == "" || u.Fragment != "" || u.Scheme != "http" && u.Scheme != "https" {
			t.Fatalf("%q became %q: %v", raw, once, err)
		}
		twice, err := Canonical(once)
		if err != nil || twice != once {
			t.Errorf("%q became %q, and that %q, %v", raw, once, twice, err)
		}
		if Key(raw) != Key(once) {
			t.Errorf("%q and %q have different keys", raw, once)
		}
	})
}
