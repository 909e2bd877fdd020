//go:build bench

package index

import (
	"bytes"
	"fmt"
	"os"
	"sort"
	"testing"

	"github.com/RoaringBitmap/roaring/v2"
)

func TestSizes(t *testing.T) {
	ix, err := Open(os.Getenv("DIR"))
	if err != nil {
		t.Skip(err)
	}
	for _, f := range ix.gen.meta.Files {
		fmt.Println(f.Name, f.Size)
	}
	tot := map[string][5]int64{}
	for _, p := range ix.gen.parts() {
		fmt.Println("segment", p.size, p.base)
		for _, f := range p.seg.Fields() {
			x := tot[f]
			p.terms(f, nil, nil, func(term string, docs uint64) bool {
				x[0]++
				x[1] += int64(docs)
				x[2] += int64(len(term))
				b, _ := p.docs(f, term)
				if docs > 1 {
					c := roaring.New()
					c.Or(b)
					var buf bytes.Buffer
					c.WriteTo(&buf)
					x[3] += int64(buf.Len())
				} else {
					x[4]++
				}
				return true
			})
			tot[f] = x
		}
	}
	var names []string
	for f := range tot {
		names = append(names, f)
	}
	sort.Strings(names)
	for _, f := range names {
		x := tot[f]
		fmt.Printf("%-10s terms %d postings %d termbytes %d bitmaps %d single %d\n", f, x[0], x[1], x[2], x[3], x[4])
	}
}
