package index

import (
	"encoding/binary"
	"unicode/utf16"
)

// Texts are stored as UTF-16, big-endian: two bytes for a Chinese character
// instead of three, and quick to fold and to search.

// encodeText makes what is stored of a text. Invalid bytes become U+FFFD.
func encodeText(text string) []byte {
	b := make([]byte, 0, len(text))
	for _, r := range text {
		if r < 1<<16 {
			b = binary.BigEndian.AppendUint16(b, uint16(r))
			continue
		}
		hi, lo := utf16.EncodeRune(r)
		b = binary.BigEndian.AppendUint16(b, uint16(hi))
		b = binary.BigEndian.AppendUint16(b, uint16(lo))
	}
	return b
}

// decodeText is the reverse of encodeText.
func decodeText(b []byte) []rune {
	out := make([]rune, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		r := rune(binary.BigEndian.Uint16(b[i:]))
		if utf16.IsSurrogate(r) && i+3 < len(b) {
			r = utf16.DecodeRune(r, rune(binary.BigEndian.Uint16(b[i+2:])))
			i += 2
		}
		out = append(out, r)
	}
	return out
}

// folder folds stored texts, one after the other into the same memory.
type folder struct{ buf []byte }

// fold folds a stored text in its encoding. What it gives holds until the next call.
func (f *folder) fold(stored []byte) []byte {
	var ok bool
	if f.buf, ok = foldStored(f.buf[:0], stored); !ok {
		f.buf = append(f.buf[:0], encodeText(foldString(string(decodeText(stored))))...)
	}
	return f.buf
}

// foldStored folds a stored text in its encoding; it gives false where
// a character needs more than the table.
func foldStored(out, stored []byte) ([]byte, bool) {
	t := foldTable()
	space, last := false, rune(0)
	for i := 0; i+1 < len(stored); i += 2 {
		e := t[binary.BigEndian.Uint16(stored[i:])]
		switch e {
		case foldsToNone:
		case foldsToSpace:
			space = true
		case foldsToMany:
			return out, false
		default:
			if space {
				if isLatin(last) && isLatin(rune(e)) {
					out = append(out, 0, ' ')
				}
				space = false
			}
			last = rune(e)
			out = append(out, byte(e>>8), byte(e))
		}
	}
	return out, true
}
