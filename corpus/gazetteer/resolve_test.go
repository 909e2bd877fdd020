package gazetteer_test

import (
	"errors"
	"testing"

	"jiandu/corpus/gazetteer"
)

func TestResolve(t *testing.T) {
	table, err := gazetteer.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		words, want string
		fails       error
	}{
		{"浏阳", "430181", nil},
		{"430181", "430181", nil},
		{"湖南", "430000", nil},
		{"湖南省长沙市", "430100", nil},
		{"湖南省长沙市浏阳市", "430181", nil},
		{"吉林", "220000", nil},
		{"吉林市", "220200", nil},
		{"全国", "000000", nil},
		{"江苏徐州鼓楼", "320302", nil},
		{"湘", "430000", nil},
		{"鼓楼区", "", gazetteer.ErrAmbiguous},
		{"无此地", "", gazetteer.ErrUnknown},
		{"", "", gazetteer.ErrUnknown},
	} {
		got, err := table.Resolve(tt.words)
		if got != tt.want || !errors.Is(err, tt.fails) {
			t.Errorf("Resolve(%q) = %q, %v; want %q, %v", tt.words, got, err, tt.want, tt.fails)
		}
	}
}
