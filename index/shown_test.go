package index

import (
	"reflect"
	"testing"
)

// TestShown reads back what was written, and says so where a byte is missing anywhere.
func TestShown(t *testing.T) {
	for _, s := range []shown{
		{Tags: []int{}},
		{
			URL: "https://example.cn/a?x=1", Source: "某报", Published: "2024-01-02", Group: "0123456789abcdef",
			Regions: []string{"430000", "430100"}, Themes: []string{"discipline"}, Tags: []int{tagMeasure, 0, 5, tagStatistic, 300, 12},
		},
	} {
		b := s.encode()
		if got, err := decodeShown(b); err != nil || !reflect.DeepEqual(got, s) {
			t.Errorf("%+v became %+v, %v", s, got, err)
		}
		for n := range b {
			if _, err := decodeShown(b[:n]); err == nil {
				t.Errorf("no error after %d of %d bytes", n, len(b))
			}
		}
	}
}

// FuzzDecodeShown states that any bytes are read or refused, and what is read can be written again.
func FuzzDecodeShown(f *testing.F) {
	f.Add(shown{Source: "监督", Regions: []string{"11"}, Tags: []int{1, 2, 3}}.encode())
	f.Fuzz(func(t *testing.T, b []byte) {
		s, err := decodeShown(b)
		if err != nil {
			return
		}
		again, err := decodeShown(s.encode())
		if err != nil || !reflect.DeepEqual(again, s) {
			t.Errorf("%+v became %+v, %v", s, again, err)
		}
	})
}
