package analyze

import "strings"

// roles of a word in the name of a measure.
type roles uint16

const (
	roleHead   roles = 1 << iota // ends a name
	roleOpen                     // with roleHead: ends a name without quotation marks too
	roleWeak                     // ends a name after a quotation only
	roleMod                      // stands between a quotation and its head
	roleMake                     // a verb that brings a measure about
	roleIssue                    // with roleMake: a verb that brings a document about
	roleUse                      // stands before a name and is no part of it
	roleBare                     // with roleHead: names nothing with words before it, but may be a form of a known one
	rolePlain                    // says nothing by itself
	roleManner                   // before a roleWork, names a way of working
	roleWork                     // see roleManner
	roleStrike                   // begins the name of an action that ends far from it
)

var roleNames = map[string]roles{
	"head": roleHead, "open": roleOpen, "weak": roleWeak, "mod": roleMod,
	"make": roleMake, "issue": roleIssue, "use": roleUse, "bare": roleBare, "plain": rolePlain,
	"manner": roleManner, "work": roleWork, "strike": roleStrike,
}

// measureWords is measure_words.tsv, read.
type measureWords struct {
	roles []roles  // of each row
	kinds []string // of each row, "" where it gives none
}

func newMeasureWords(t table) measureWords {
	w := measureWords{roles: make([]roles, len(t.rows)), kinds: make([]string, len(t.rows))}
	for i, row := range t.rows {
		for _, name := range strings.Split(col(row, 1), ",") {
			w.roles[i] |= roleNames[name]
		}
		w.kinds[i] = col(row, 2)
	}
	return w
}

// wordsAt gives the words of measure_words.tsv that begin at i, longest first.
func (f *measureFinder) wordsAt(i int) []hit {
	hits := f.hits[tableMeasureWords]
	lo := firstHit(hits, i)
	hi := lo
	for hi < len(hits) && hits[hi].start == i {
		hi++
	}
	return hits[lo:hi]
}

// firstHit gives the index of the first hit that starts at or after i.
func firstHit(hits []hit, i int) int {
	lo, hi := 0, len(hits)
	for lo < hi {
		if mid := (lo + hi) / 2; hits[mid].start < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// longestAt gives the longest word at i that has one of the roles.
func (f *measureFinder) longestAt(i int, want roles) (h hit, ok bool) {
	for _, w := range f.wordsAt(i) {
		if f.words.roles[w.row]&want != 0 && w.end > h.end {
			h, ok = w, true
		}
	}
	return h, ok
}

// maxTail is the most code points between a quotation and the end of its head.
const maxTail = 20

// nameTail is what follows a quotation or a term and belongs to its name.
type nameTail struct {
	end  int    // of the last word that may end a name
	kind string // of the last head that gives one
	word string // that ends it
	last roles  // of the word that ends it; 0 where there is no tail
}

// tail follows the words after i: “室组地” + 联动 + 监督 + 机制.
func (f *measureFinder) tail(i int) nameTail {
	t := nameTail{end: i}
	for at := i; at < i+maxTail; {
		w, found := f.longestAt(at, roleHead|roleWeak|roleMod)
		if !found {
			break
		}
		at = w.end
		r := f.words.roles[w.row]
		if r&(roleHead|roleWeak) == 0 {
			continue
		}
		if f.isCutShort(w.end) || f.text(w.span) == "联合" && !f.endsName(w.end) || f.isMadeWord(w.end) {
			continue
		}
		t.end, t.last, t.word = w.end, r, f.text(w.span)
		if k := f.words.kinds[w.row]; k != "" {
			t.kind = k
		}
	}
	return t
}

// isMadeWord tells whether 化 or 性 makes the word that ends at i another one: 制度|化, 系统|性.
func (f *measureFinder) isMadeWord(i int) bool {
	return i < len(f.runes) && (f.runes[i] == '化' || f.runes[i] == '性')
}

// isSlogan tells whether the name is a slogan of slogans.tsv.
func (f *measureFinder) isSlogan(name string) bool { return f.lex.has(tableSlogans, name) }

// has tells whether the table has the term.
func (l *lexicon) has(id tableID, term string) bool {
	value := l.trie.find(term)
	if value < 0 {
		return false
	}
	for _, e := range l.entries[value] {
		if e.table == id {
			return true
		}
	}
	return false
}
