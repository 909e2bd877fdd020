package figures

import (
	"slices"
	"strings"
)

// discipline are words of the bodies of discipline, whose counts need no name.
var discipline = []string{"纪检", "纪委", "监委", "监察", "巡视", "巡察"}

// bodyOf gives the body that counts, by the actor of the figure, else by the last
// body named in the words before it. The central commission counts its own cases.
func bodyOf(actor, head string) string {
	if actor == "" {
		return bodyIn(head)
	}
	if name, at := lastName(bodyNames(), actor); at >= 0 {
		return name
	}
	if !slices.ContainsFunc(discipline, func(w string) bool { return strings.Contains(actor, w) }) {
		return bodyIn(head)
	}
	if strings.HasPrefix(actor, "中央纪委") && !strings.Contains(actor, "驻") && !strings.Contains(head, "全国") && !strings.Contains(head, "各") {
		return central
	}
	return ""
}

// central is the central commission, which counts its own cases.
const central = "中央纪委"

// bodyIn gives the last body named in a head, unless that is where something is handed over to.
func bodyIn(head string) string {
	for _, to := range []string{"移送检察机关", "移送司法机关", "移交检察机关", "移送公安机关", "移送检察院"} {
		head = strings.ReplaceAll(head, to, "")
	}
	name, end := lastName(bodyNames(), head)
	for _, w := range discipline {
		if strings.LastIndex(head, w) > end {
			return ""
		}
	}
	return name
}
