package corpus

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestContradicts(t *testing.T) {
	const a = "本市上半年查处问题12起，处理15人，退还款项3.4万元。"
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"the same", a, false},
		{"another number", strings.Replace(a, "15人", "16人", 1), true},
		{"another decimal", strings.Replace(a, "3.4", "3.5", 1), true},
		{"a number in characters", strings.Replace(a, "12起", "十三起", 1), true},
		{"a number in full width", strings.Replace(a, "12起", "１２起", 1), false},
		{"one part only", a[:strings.Index(a, "，")], false},
		{"a number more, elsewhere", a + "另有2起移送。", false},
	} {
		x, y := newFingerprint(a), newFingerprint(c.text)
		if x.contradicts(y) != c.want || y.contradicts(x) != c.want {
			t.Errorf("%s: contradicts = %v, %v; want %v", c.name, x.contradicts(y), y.contradicts(x), c.want)
		}
	}
	x, y := newFingerprint("样例社示例市3月30日电 会议今天召开"), newFingerprint("样例社示例市3月31日电 会议今天召开")
	first, second := newFingerprint("明天刊发系列文章（上）。"), newFingerprint("明天刊发系列文章（下）。")
	if !first.contradicts(second) {
		t.Error("the parts of a series do not contradict")
	}
	if x.contradicts(y) {
		t.Error("the day of a dateline counts as a figure")
	}
}

func FuzzFingerprint(f *testing.F) {
	f.Add("共查处问题12起，处理15人。", "共查处问题13起")
	f.Add("", "\xff\xfe")
	f.Add(strings.Repeat("一二三，3.4.", 30), strings.Repeat("１２，345", 20))
	f.Fuzz(func(t *testing.T, a, b string) {
		sa, sb := newSketch(fold(a)), newSketch(fold(b))
		for _, list := range [][]uint64{sa.digit, sa.plain} {
			if len(list) > sketchSize || !slices.IsSorted(list) || len(slices.Compact(slices.Clone(list))) != len(list) {
				t.Errorf("sketch %v is not sorted, or too long", list)
			}
		}
		if diff := cmp.Diff(sa, unpackSketch(sa.pack()), cmp.AllowUnexported(sketch{})); diff != "" {
			t.Error("a sketch is not read as it was written: ", diff)
		}
		fa, fb := newFingerprint(a), newFingerprint(b)
		for _, c := range []float64{sa.containment(sb), fa.containment(fb)} {
			if c < 0 || c > 1 {
				t.Errorf("containment %v", c)
			}
		}
		if fa.contradicts(fa) || fa.contradicts(fb) != fb.contradicts(fa) {
			t.Error("contradicts is not symmetric, or a text contradicts itself")
		}
		if fa.containment(fb) != fb.containment(fa) || sa.containment(sb) != sb.containment(sa) {
			t.Error("containment is not symmetric")
		}
	})
}

// A part of a text shares those shingles of the whole's sketch that lie in it.
func TestSketchOfPart(t *testing.T) {
	var b strings.Builder
	for i := range 400 {
		b.WriteString(string([]rune("监督检查审查调查巡视巡察")[i%12]))
		b.WriteRune(rune(0x4E00 + i*7))
	}
	whole := fold(b.String())
	for _, part := range [][]rune{whole, whole[:len(whole)/2], whole[len(whole)/2:], whole[200:600]} {
		if c := newSketch(part).containment(newSketch(whole)); c < 0.99 {
			t.Errorf("a part of %d of %d characters is contained by %.2f", len(part), len(whole), c)
		}
	}
}
