package figures

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"unicode/utf8"
)

// relative are units of figures that say nothing without what they are relative to.
var relative = []string{"%", "％", "百分点", "个百分点", "倍", "成", "分之一", "‰"}

// leastObject is how many characters an object must have to say what is counted.
const leastObject = 4

// comparable tells whether a figure can be held against others of its concept: it
// counts something named, and was published when its period was over. What is
// said before is a plan, a forecast or an intermediate state.
func comparable(f Figure) bool {
	if f.Period == nil || f.Published < f.Period.To {
		return false
	}
	object := bareObject(f.Object)
	if slices.Contains(relative, f.Statistic.Unit) {
		return actionName(f.Action) == "" && rate(object)
	}
	return utf8.RuneCountInString(object) >= leastObject || f.Scope != "" || f.Actor != "" && narrowed(f.Action, f.Object)
}

// rate tells whether an object is a share by its name: 森林覆盖率为24% says all of what it is relative to.
func rate(object string) bool {
	return utf8.RuneCountInString(object) >= leastObject && (strings.HasSuffix(object, "率") || strings.HasSuffix(object, "比例") || strings.HasSuffix(object, "比重"))
}

// sameSubject tells whether figures of one concept are said of the same subject.
// 全国铁路完成固定资产投资 and 农村公路完成固定资产投资 are no contradiction.
func sameSubject(a, b Figure) bool {
	if !said(a) || !said(b) || !samePart(a, b) {
		return false
	}
	if likeSubject(a, b) < leastClause {
		return false
	}
	ha, hb := contents(beforeClause(a)), contents(beforeClause(b))
	switch {
	case ha == hb:
		return true
	case ha == "" || hb == "": // who said it, but not of whom
		return !counts(beforeClause(a)) && !counts(beforeClause(b))
	}
	return min(alike(ha, hb), alike(hb, ha)) >= leastBefore
}

// saidOfSame is sameSubject, and where a sentence goes on with the one before it
// (其中，出口…), whether those before are alike too.
func saidOfSame(ctx context.Context, db *sql.DB, a, b Figure) (bool, error) {
	if !sameSubject(a, b) {
		return false, nil
	}
	if !leans(a) && !leans(b) {
		return true, nil
	}
	la, err := leadOf(ctx, db, a)
	if err != nil {
		return false, err
	}
	lb, err := leadOf(ctx, db, b)
	return max(alike(contents(la), contents(lb)), alike(contents(lb), contents(la))) >= leastBefore, err
}
