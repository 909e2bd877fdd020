package index

import (
	"bytes"
	"encoding/binary"
	"slices"
	"sync"
	"unicode/utf16"
	"unicode/utf8"
)

// finder looks for a folded text in stored texts: from each place where it may begin it folds only
// as far as it must.
type finder struct {
	text   string   // folded
	needle []byte   // as encodeText makes it
	starts [][]byte // what its first character folds from; nil where that is not looked up
}

func newFinder(folded string) finder {
	f := finder{text: folded, needle: encodeText(folded)}
	first, _ := utf8.DecodeRuneInString(folded)
	for _, unit := range foldsFrom(first) {
		f.starts = append(f.starts, binary.BigEndian.AppendUint16(nil, unit))
	}
	return f
}

// The Chinese characters whose origins are looked up, the first of those that fold to another, and the blocks of
// Unicode with others that fold to one.
const (
	firstHan = 0x4E00
	lastHan  = 0x9FFF
	firstOld = 0x3400
)

var compatible = [][2]rune{{0x2E80, 0x2FDF}, {0x3000, 0x33FF}, {0xF900, 0xFAFF}, {0x1F200, 0x1F2FF}, {0x2F800, 0x2FA1F}}

// foldsFrom gives the UTF-16 units that stand, or begin, where a folded character comes from; none where that is
// no Chinese one.
func foldsFrom(to rune) []uint16 {
	if to < firstHan || to > lastHan || rune(foldTable()[to]) != to {
		return nil
	}
	return append([]uint16{uint16(to)}, otherOrigins()[to]...)
}

// otherOrigins gives what Chinese characters come from that is not themselves.
var otherOrigins = sync.OnceValue(func() map[rune][]uint16 {
	from := map[rune][]uint16{}
	for r := rune(firstOld); r <= lastHan; r++ {
		if to := rune(foldTable()[r]); to != r {
			from[to] = append(from[to], uint16(r))
		}
	}
	for _, block := range compatible {
		for r := block[0]; r <= block[1]; r++ {
			unit := uint16(r)
			if r >= 1<<16 {
				high, _ := utf16.EncodeRune(r)
				unit = uint16(high)
			}
			foldMany(r, func(to rune) {
				if to >= firstHan && to <= lastHan && !slices.Contains(from[to], unit) {
					from[to] = append(from[to], unit)
				}
			})
		}
	}
	return from
})

// in tells whether a stored text, folded, holds the finder's text.
func (f finder) in(stored []byte, whole *folder) bool {
	holds := false
	sure := f.each(stored, func(int, int) bool {
		holds = true
		return false
	})
	if !sure {
		return f.inFolded(whole.fold(stored))
	}
	return holds
}

// each gives where the finder's text stands in a stored text, by bytes, overlapping places too, until give says false. It
// gives false where only folding the whole text can tell.
func (f finder) each(stored []byte, give func(from, to int) bool) (sure bool) {
	if f.starts == nil {
		return false
	}
	for _, start := range f.starts {
		for at := 0; ; {
			i := bytes.Index(stored[at:], start)
			if i < 0 {
				break
			}
			if at += i; at%2 != 0 {
				at++
				continue
			}
			size, sure := f.begins(stored[at:])
			if !sure {
				return false
			}
			if size > 0 && !give(at, at+size) {
				return true
			}
			at += 2
		}
	}
	return true
}

// begins gives how many bytes of a stored text, folded, are the finder's text at its beginning, 0 where it begins
// otherwise; it is not sure where a character folds to several.
func (f finder) begins(stored []byte) (size int, sure bool) {
	t := foldTable()
	left := f.needle
	space, last := false, rune(0)
	for i := 0; i+1 < len(stored); i += 2 {
		e := t[binary.BigEndian.Uint16(stored[i:])]
		switch e {
		case foldsToNone:
			continue
		case foldsToSpace:
			space = true
			continue
		case foldsToMany:
			return 0, false
		}
		if space && isLatin(last) && isLatin(rune(e)) {
			if left[0] != 0 || left[1] != ' ' {
				return 0, true
			}
			left = left[2:]
		}
		if left[0] != byte(e>>8) || left[1] != byte(e) {
			return 0, true
		}
		if left = left[2:]; len(left) == 0 {
			return i + 2, true
		}
		space, last = false, rune(e)
	}
	return 0, true
}

// inFolded tells whether a folded text holds the finder's.
func (f finder) inFolded(hay []byte) bool {
	for at := 0; ; {
		i := bytes.Index(hay[at:], f.needle)
		if i < 0 {
			return false
		}
		if at += i; at%2 == 0 {
			return true
		}
		at++
	}
}
