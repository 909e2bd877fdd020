package corpus

import (
	"slices"
	"strings"
	"unicode"
)

// numbersInContext finds the numbers of a text, in digits or in characters, each
// with the letters before and after it, in which other numbers read "#".
func numbersInContext(text string) map[string][]string {
	letters, numbers := maskNumbers(text)
	out := map[string][]string{}
	for _, n := range numbers {
		from, to := max(0, n.at-contextSize), min(len(letters), n.at+1+contextSize)
		if isDateline(letters[n.at:to]) {
			continue
		}
		key := string(letters[from:to])
		out[key] = append(out[key], n.value)
	}
	for _, values := range out {
		slices.Sort(values)
	}
	return out
}

type maskedNumber struct {
	at    int // its place in the letters
	value string
}

const numerals = "零〇一二两三四五六七八九十百千万亿"

// maskNumbers gives the letters of a text with "#" for each number, and the numbers.
func maskNumbers(text string) (letters []rune, numbers []maskedNumber) {
	var number strings.Builder
	flush := func() {
		if number.Len() > 0 {
			value := strings.TrimRight(number.String(), ".")
			numbers = append(numbers, maskedNumber{len(letters), value})
			letters = append(letters, '#')
			number.Reset()
		}
	}
	var before rune
	for _, r := range text {
		r = foldRune(r)
		part := before == '(' && strings.ContainsRune("上中下", r) // of a series
		before = r
		switch {
		case part || isDigit(r) || strings.ContainsRune(numerals, r) || r == '.' && number.Len() > 0:
			number.WriteRune(r)
		case r == ',' && number.Len() > 0: // 1,234
		default:
			flush()
			if unicode.IsLetter(r) {
				letters = append(letters, r)
			}
		}
	}
	flush()
	return letters, numbers
}

// isDateline tells whether a number begins the day of a dateline: 3月30日电. Each
// publisher writes its own.
func isDateline(after []rune) bool {
	s := string(after)
	return slices.ContainsFunc([]string{"#月#日电", "#日电", "#月#日讯", "#日讯"}, func(p string) bool { return strings.HasPrefix(s, p) })
}
