package main

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/schollz/progressbar/v3"
)

// meter shows how far long work has come: a bar on a terminal, else a log line
// every few seconds and one at the end.
type meter struct {
	a     *app
	what  string
	bar   *progressbar.ProgressBar
	log   *slog.Logger
	began time.Time
	last  time.Time
	done  int
	note  string
}

const logEvery = 5 * time.Second

func (a *app) newMeter(what string) *meter {
	m := &meter{a: a, what: a.tr(what), began: time.Now(), last: time.Now()}
	if !a.terminal {
		m.log = slog.New(slog.NewTextHandler(a.err, nil))
	}
	return m
}

// at takes the work's progress; total 0 is unknown.
func (m *meter) at(done, total int, note string) {
	m.done, m.note = done, note
	if m.log == nil {
		m.draw(done, total, note)
		return
	}
	if now := time.Now(); now.Sub(m.last) >= logEvery {
		m.last = now
		m.line(done, total, note)
	}
}

func (m *meter) draw(done, total int, note string) {
	if m.bar == nil {
		m.bar = progressbar.NewOptions(-1,
			progressbar.OptionSetWriter(m.a.err), progressbar.OptionSetDescription(m.what), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionSetWidth(24), progressbar.OptionClearOnFinish())
	}
	if total > 0 && m.bar.GetMax() != total {
		m.bar.ChangeMax(total)
	}
	m.bar.Describe(m.what + " " + note)
	m.bar.Set(done) //nolint:errcheck // a bar that cannot be drawn is no failure
}

func (m *meter) line(done, total int, note string) {
	attrs := []any{"done", done}
	if total > 0 {
		attrs = append(attrs, "total", total)
	}
	if s := time.Since(m.began).Seconds(); s > 0 {
		attrs = append(attrs, "rate", fmt.Sprintf("%.0f/s", float64(done)/s))
	}
	if note != "" {
		attrs = append(attrs, "note", note)
	}
	m.log.Info(m.what, attrs...)
}

// end takes the bar away, or writes the last log line.
func (m *meter) end() {
	if m.bar != nil {
		m.bar.Finish() //nolint:errcheck // as above
	}
	if m.log != nil && m.done > 0 {
		m.line(m.done, 0, m.note)
	}
}
