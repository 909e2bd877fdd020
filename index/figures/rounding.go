package figures

import "strings"

// roundsTo tells whether a is written as a rounded form of b: 7.2万 of 71,963.
func roundsTo(a, b Figure) bool {
	half := precision(a.Number) / 2
	return half > 0.5 && b.Value >= a.Value-half && b.Value <= a.Value+half
}

// precision gives the weight of the last digit of a number as written: 0.1 万 is
// 1,000, 12 is 1.
func precision(number string) float64 {
	weight := 1.0
	for _, m := range []struct {
		word  string
		value float64
	}{{"万", 1e4}, {"亿", 1e8}, {"千", 1e3}, {"百", 1e2}} {
		weight *= pow(m.value, strings.Count(number, m.word))
	}
	if _, decimals, ok := strings.Cut(strings.ReplaceAll(number, "．", "."), "."); ok {
		for _, r := range decimals {
			if r < '0' || r > '9' {
				break
			}
			weight /= 10
		}
	}
	return weight
}

func pow(x float64, n int) float64 {
	out := 1.0
	for range n {
		out *= x
	}
	return out
}
