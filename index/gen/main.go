// Command gen makes traditional.tsv, the table of traditional characters and their
// simplified forms, of the dictionary TSCharacters of OpenCC as the npm package
// opencc-js has it:
//
//	npm pack opencc-js@1.4.2 && tar xzf opencc-js-1.4.2.tgz
//	go run ./gen package/dist/esm-lib/dict/TSCharacters.js > traditional.tsv
package main

import (
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: gen TSCharacters.js")
	}
	b, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	fmt.Print("# Traditional characters and their simplified forms, in the order of their code points.\n" +
		"# Made by gen from OpenCC's TSCharacters (Apache-2.0, see NOTICE).\n")
	for _, l := range pairs(string(b)) {
		fmt.Println(l)
	}
}

// pairs reads `export default "a b c|d e";`: a character, then its forms, the usual first. Only
// characters of the basic plane are taken.
func pairs(js string) []string {
	_, data, _ := strings.Cut(js, `"`)
	data, _, _ = strings.Cut(data, `"`)
	var lines []string
	for entry := range strings.SplitSeq(data, "|") {
		from, to, _ := strings.Cut(entry, " ")
		to, _, _ = strings.Cut(to, " ")
		f, _ := utf8.DecodeRuneInString(from)
		t, _ := utf8.DecodeRuneInString(to)
		if f != t && f < 0x10000 && t < 0x10000 && utf8.RuneCountInString(from) == 1 && utf8.RuneCountInString(to) == 1 {
			lines = append(lines, from+"\t"+to)
		}
	}
	slices.Sort(lines)
	return lines
}
