package index

import "testing"

func TestIsQuestion(t *testing.T) {
	for query, want := range map[string]bool{
		"谁查处了典型案例？": true, "who?": true, "为什么? ": true, `"样子？"`: false, "“样子？”": false, "样子": false, "": false,
	} {
		if got := isQuestion(query); got != want {
			t.Errorf("isQuestion(%q) = %v", query, got)
		}
	}
}
