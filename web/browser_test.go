//go:build slow

package web

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// findBrowser gives the path of a Chromium; without one the test is skipped, or fails where CI=true.
func findBrowser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("CI") == "true" {
		t.Fatal("needs Chromium (apt-get install chromium)")
	}
	t.Skip("needs Chromium (apt-get install chromium), which is not here")
	return ""
}

// site is the sample served on loopback, with a browser that watches what it asks for.
type site struct {
	url string
	ctx context.Context

	mu        sync.Mutex
	elsewhere []string // requests to other hosts
	errors    []string // of the console: scripts, the content policy, missing files
}

// openSite starts a server and a browser with an empty profile.
func openSite(t *testing.T) *site {
	t.Helper()
	path := findBrowser(t)
	srv := httptest.NewServer(sampleServer(t))
	t.Cleanup(srv.Close)
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-sync", true), chromedp.NoFirstRun, chromedp.WindowSize(1280, 900))
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	s := &site{url: srv.URL, ctx: ctx}
	must(t, chromedp.Do(ctx, chromedp.Navigate("about:blank"))) // starts the browser, which the end of a timeout would stop
	s.ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	must(t, chromedp.Listen(ctx, s.watch))
	command(t, s, network.Enable, network.EnableParams{})
	command(t, s, log.Enable, cdp.Empty{})
	command(t, s, runtime.Enable, cdp.Empty{})
	command(t, s, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-reduced-motion", Value: "reduce"}}}) // nothing moves under the pointer
	t.Cleanup(func() { s.report(t) })
	return s
}

func (s *site) watch(ev any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		if u := ev.Request.URL; strings.HasPrefix(u, "http") && !strings.HasPrefix(u, s.url) {
			s.elsewhere = append(s.elsewhere, u)
		}
	case *log.EventEntryAdded:
		if ev.Entry.Level == log.EntryLevelError {
			s.errors = append(s.errors, ev.Entry.Text+" "+ev.Entry.URL)
		}
	case *runtime.EventExceptionThrown:
		s.errors = append(s.errors, ev.ExceptionDetails.Text)
	}
}

func (s *site) report(t *testing.T) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.elsewhere) > 0 {
		t.Errorf("asked other hosts: %v", s.elsewhere)
	}
	if len(s.errors) > 0 {
		t.Errorf("the console says: %v", s.errors)
	}
}

func (s *site) run(t *testing.T, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	for _, a := range actions {
		ctx, cancel := context.WithTimeout(s.ctx, 15*time.Second)
		err := chromedp.Do(ctx, a)
		cancel()
		if err != nil {
			where, _ := chromedp.Run(s.ctx, chromedp.Location())
			t.Fatalf("at %s: %v", where, err)
		}
	}
}

// command sends a command of the browser's protocol.
func command[P, R any](t *testing.T, s *site, cmd cdp.Command[P, R], p P) {
	t.Helper()
	_, err := chromedp.Call(s.ctx, cmd, p)
	must(t, err)
}

// eval gives the value of an expression in the page.
func eval[T any](t *testing.T, s *site, expression string) T {
	t.Helper()
	v, err := chromedp.Run(s.ctx, chromedp.Evaluate[T](expression))
	must(t, err)
	return v
}

// do runs a statement in the page.
func (s *site) do(t *testing.T, statement string) {
	t.Helper()
	eval[bool](t, s, "("+statement+", true)")
}

// click clicks in the middle of the first element that matches, as a pointer does.
func (s *site) click(t *testing.T, css string) {
	t.Helper()
	s.waitFor(t, `document.readyState === "complete" && document.querySelector(`+strconv.Quote(css)+`)`)
	at := eval[[]float64](t, s, `(() => { const e = document.querySelector(`+strconv.Quote(css)+`); e.scrollIntoView({block: "center", behavior: "instant"}); const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2] })()`)
	s.run(t, chromedp.MouseClickXY(at[0], at[1]))
}

// key presses and releases a key. A page that takes the key down keeps what it
// would type from coming, as for a real keyboard.
func (s *site) key(t *testing.T, key, code, text string, number int64) {
	t.Helper()
	s.waitFor(t, `document.readyState === "complete"`) // scripts listen
	p := input.DispatchKeyEventParams{Type: "keyDown", Key: key, Code: code, Text: text, WindowsVirtualKeyCode: number}
	command(t, s, input.DispatchKeyEvent, p)
	p.Type, p.Text = "keyUp", ""
	command(t, s, input.DispatchKeyEvent, p)
}

func (s *site) enter(t *testing.T) { s.key(t, "Enter", "Enter", "\r", 13) }

// write types into a field.
func (s *site) write(t *testing.T, css, text string) {
	t.Helper()
	s.waitFor(t, `document.readyState === "complete"`)
	s.do(t, `document.querySelector(`+strconv.Quote(css)+`).focus()`)
	command(t, s, input.InsertText, input.InsertTextParams{Text: text})
}

// waitFor waits until an expression is true. It asks from outside, since the
// content policy forbids what a poll inside the page would need.
func (s *site) waitFor(t *testing.T, expression string) {
	t.Helper()
	for range 150 {
		if ok, err := chromedp.Run(s.ctx, chromedp.Evaluate[bool]("Boolean("+expression+")")); err == nil && ok {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("waiting for %s at %s", expression, eval[string](t, s, `location.href + "\n" + document.body.innerText.slice(0, 600)`))
}

func samplePaths() []string {
	return []string{
		"/", "/?q=" + url.QueryEscape("巡察") + "&region=430000&year=2019-2021", "/?q=" + url.QueryEscape("没有的词语"), "/articles/" + leadID(),
		"/figures", "/figures?action=" + url.QueryEscape("处理") + "&region=430181", "/figures?object=" + url.QueryEscape("问题") + "&by=province",
		"/measures", "/measure?id=shi-zu-di", "/unit?name=" + url.QueryEscape("示例县纪委监委"), "/sources", "/nowhere",
	}
}

// Every page passes axe's rules of WCAG 2.1 A and AA, in both languages, light
// and dark, wide and narrow, and needs no sideways scrolling at 360 px.
func TestAccessible(t *testing.T) {
	s := openSite(t)
	axe, err := os.ReadFile(filepath.Join("testdata", "axe", "axe.min.js"))
	must(t, err)
	const run = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).then(r => JSON.stringify(r.violations.map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " " + (n.any[0]?.message ?? "")).join(" | "))))`
	for i, path := range samplePaths() {
		for k, look := range []struct {
			width  int64
			scheme string
			lang   string
		}{{1280, "light", chinese}, {360, "dark", english}, {360, "light", chinese}, {1280, "dark", english}} {
			if k > 1 && i%3 != 0 {
				continue
			}
			target := s.url + path
			if look.lang == english {
				target += map[bool]string{true: "&", false: "?"}[strings.Contains(path, "?")] + "lang=en"
			}
			command(t, s, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: look.width, Height: 800, DeviceScaleFactor: 1, Mobile: look.width < 500})
			command(t, s, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}})
			s.run(t, chromedp.Navigate(target))
			eval[bool](t, s, string(axe)+"; true")
			found, err := chromedp.Run(s.ctx, chromedp.Evaluate[string](run, func(p *runtime.EvaluateParams) { p.AwaitPromise = new(true) }))
			must(t, err)
			var violations []string
			must(t, json.Unmarshal([]byte(found), &violations))
			for _, v := range violations {
				t.Errorf("%s %d %s %s: %s", path, look.width, look.scheme, look.lang, v)
			}
			if wide := eval[int](t, s, `document.scrollingElement.scrollWidth - innerWidth`); wide > 0 {
				t.Errorf("%s at %d px is %d px too wide", path, look.width, wide)
			}
			shoot(t, s, path, look.width, look.scheme, look.lang)
		}
	}
	s.errors = nil // /nowhere is meant to be missing
}

// shoot saves a picture of the page in the folder that JIANDU_SHOTS names.
func shoot(t *testing.T, s *site, path string, width int64, scheme, lang string) {
	dir := os.Getenv("JIANDU_SHOTS")
	if dir == "" {
		return
	}
	png, err := chromedp.Run(s.ctx, chromedp.FullScreenshot(100))
	must(t, err)
	name := strings.Join([]string{url.QueryEscape(path), lang, scheme, map[bool]string{true: "narrow", false: "wide"}[width < 500]}, "-") + ".png"
	must(t, os.WriteFile(filepath.Join(dir, name), png, 0o600))
}

// The way of an analyst: search, facet, article, figure, chart, file.
func TestJourney(t *testing.T) {
	s := openSite(t)
	downloads := t.TempDir()
	_, err := chromedp.CallBrowser(s.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{Behavior: browser.SetDownloadBehaviorBehaviorAllow, DownloadPath: downloads})
	must(t, err)
	s.run(t, chromedp.Navigate(s.url+"/"))
	s.write(t, "#q", "违规吃喝")
	s.enter(t)
	s.waitFor(t, `location.search.includes("q=") && document.querySelectorAll(".hits > li").length === 20`)
	s.click(t, `aside a[href*="region=430000"]`)
	s.waitFor(t, `location.search.includes("region=430000") && document.querySelectorAll(".hits > li").length === 10`)
	s.do(t, `history.back()`)
	s.waitFor(t, `!location.search.includes("region=") && document.querySelectorAll(".hits > li").length === 20`)
	s.do(t, `history.forward()`)
	s.waitFor(t, `location.search.includes("region=430000")`)
	s.click(t, `.hits h2 a`)
	s.waitFor(t, `document.querySelectorAll(".text a.tag").length > 5`)
	s.click(t, `#s0 .jump`)
	s.waitFor(t, `document.querySelector(".sentence:target")?.innerText.includes("查处违规吃喝问题")`)
	s.do(t, `document.querySelector("a.tag.statistic").focus()`)
	s.waitFor(t, `!document.getElementById("tip").hidden && document.getElementById("tip").innerText.includes("查处")`)
	s.click(t, `#s1 .detail a[href*="/figures"]`)
	s.waitFor(t, `document.querySelectorAll("svg.chart .bar").length >= 5`)
	s.click(t, `[data-png]`)
	waitForFile(t, filepath.Join(downloads, "chart.png"))
	s.click(t, `a[download="figures.csv"]`)
	csv := waitForFile(t, filepath.Join(downloads, "figures.csv"))
	if !strings.Contains(csv, "处理") || !strings.HasPrefix(csv, "\ufeffvalue,") {
		t.Errorf("the file begins %.80q", csv)
	}
}

func waitForFile(t *testing.T, path string) string {
	t.Helper()
	for range 100 {
		if b, err := os.ReadFile(path); err == nil && len(b) > 0 {
			return string(b)
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%s was not saved", filepath.Base(path))
	return ""
}

// Everything can be reached with the keyboard alone.
func TestKeyboard(t *testing.T) {
	s := openSite(t)
	s.run(t, chromedp.Navigate(s.url+"/"))
	s.key(t, "Tab", "Tab", "", 9)
	if got := eval[string](t, s, `document.activeElement.className`); got != "skip" {
		t.Errorf("the first stop is %q, want the skip link", got)
	}
	s.key(t, "/", "Slash", "/", 191)
	s.waitFor(t, `document.activeElement.id === "q"`)
	s.write(t, "#q", "示例县委")
	s.waitFor(t, `document.querySelectorAll(".suggestions li").length > 0`)
	s.key(t, "ArrowDown", "ArrowDown", "", 40)
	s.waitFor(t, `document.querySelector(".suggestions [aria-selected=true]") !== null && document.activeElement.getAttribute("aria-activedescendant") !== null`)
	s.enter(t)
	s.waitFor(t, `location.search.includes("unit=")`)
	s.key(t, "j", "KeyJ", "j", 74)
	s.waitFor(t, `document.activeElement.closest(".hits") !== null`)
	s.enter(t)
	s.waitFor(t, `document.querySelector("#text") !== null`)
	s.do(t, `document.getElementById("show-unit").focus()`)
	s.key(t, " ", "Space", " ", 32)
	s.waitFor(t, `location.search.includes("hide=unit") && getComputedStyle(document.querySelector(".tag.unit:not(.region)")).backgroundColor === "rgba(0, 0, 0, 0)"`)
	s.do(t, `document.querySelector("a.tag.measure").focus()`)
	s.waitFor(t, `!document.getElementById("tip").hidden`)
	s.key(t, "Escape", "Escape", "", 27)
	s.waitFor(t, `document.getElementById("tip").hidden`)
}

// The range of years can be drawn with the pointer.
func TestBrush(t *testing.T) {
	s := openSite(t)
	s.run(t, chromedp.Navigate(s.url+"/"), chromedp.WaitVisible(chromedp.CSS("svg.histogram")))
	box := eval[map[string]float64](t, s, `(() => { const r = y => document.querySelector("[data-year='" + y + "'] .hot").getBoundingClientRect(); const a = r(2019), b = r(2021); return {x1: a.x + a.width/2, x2: b.x + b.width/2, y: a.y + a.height/2} })()`)
	s.run(t, chromedp.MouseEvent(chromedp.MouseMoved, box["x1"], box["y"]),
		chromedp.MouseEvent(chromedp.MousePressed, box["x1"], box["y"], chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseMoved, (box["x1"]+box["x2"])/2, box["y"], chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseMoved, box["x2"], box["y"], chromedp.ButtonLeft),
		chromedp.MouseEvent(chromedp.MouseReleased, box["x2"], box["y"], chromedp.ButtonLeft))
	s.waitFor(t, `location.search.includes("year=2019-2021") && document.querySelectorAll(".hits > li").length === 15`)
}

// Search and article work without scripts.
func TestNoScript(t *testing.T) {
	s := openSite(t)
	command(t, s, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	s.run(t, chromedp.Navigate(s.url+"/"), chromedp.SendKeys(chromedp.CSS("#q"), "巡察"), chromedp.Submit(chromedp.CSS("#q")),
		chromedp.WaitVisible(chromedp.CSS(`.hits mark`)), chromedp.Click(chromedp.CSS(`.hits h2 a`)), chromedp.WaitVisible(chromedp.CSS(`#text a.tag`)))
	s.click(t, `#s1 .jump`)
	where, err := chromedp.Run(s.ctx, chromedp.Location())
	must(t, err)
	if !strings.Contains(where, "#sentence-") {
		t.Errorf("the list of figures does not jump: %s", where)
	}
}
