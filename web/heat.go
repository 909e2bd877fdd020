package web

import (
	"math"
	"strconv"
)

// heatSteps is how many shades a count above 0 may have.
const heatSteps = 5

// heatClass gives the shade of a count: by its square root, so that few differ from one.
func heatClass(n, most int) string {
	if n == 0 || most == 0 {
		return "h0"
	}
	step := 1 + int(math.Sqrt(float64(n-1)/float64(max(1, most)))*heatSteps)
	return "h" + strconv.Itoa(min(step, heatSteps))
}

// yearsBetween lists years, both ends included; none where an end is no year.
func yearsBetween(first, last string) []string {
	a, err := strconv.Atoi(first)
	b, err2 := strconv.Atoi(last)
	if err != nil || err2 != nil {
		return nil
	}
	var out []string
	for y := max(a, b-40); y <= b; y++ {
		out = append(out, strconv.Itoa(y))
	}
	return out
}
