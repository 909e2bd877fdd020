package index

import (
	"hash/fnv"
	"strconv"
	"strings"

	"jiandu/corpus"
)

// key is what every hit is counted and sorted by, kept in doc values.
type key struct {
	id    uint64 // of the article
	group uint64 // of the reprint group
	day   uint32 // of publication, 20230201; 0 where unknown
	lead  bool
}

// packKey writes a key without the byte 0xFF, which separates doc values.
func packKey(d corpus.Document) string {
	group := d.Group
	if group == "" {
		group = d.ID
	}
	flag := "r"
	if d.Lead || group == d.ID {
		flag = "l"
	}
	return flag + strconv.FormatUint(uint64(dayNumber(d.Published)), 36) +
		"." + strconv.FormatUint(idNumber(d.ID), 36) +
		"." + strconv.FormatUint(idNumber(group), 36)
}

func unpackKey(term []byte) key {
	flagged, rest, _ := strings.Cut(string(term), ".")
	id, group, _ := strings.Cut(rest, ".")
	if flagged == "" {
		return key{}
	}
	k := key{lead: flagged[0] == 'l'}
	day, _ := strconv.ParseUint(flagged[1:], 36, 32)
	k.day = uint32(day)
	k.id, _ = strconv.ParseUint(id, 36, 64)
	k.group, _ = strconv.ParseUint(group, 36, 64)
	return k
}

// idNumber makes a number of an article's id: its value where it is hexadecimal
// of 64 bits, as the corpus makes them, else a hash.
func idNumber(id string) uint64 {
	if n, err := strconv.ParseUint(id, 16, 64); err == nil {
		return n
	}
	h := fnv.New64a()
	h.Write([]byte(id))
	return h.Sum64()
}

// dayNumber makes 20230201 of 2023-02-01, and 0 of what is no day.
func dayNumber(day string) uint32 {
	if len(day) != 10 {
		return 0
	}
	n, err := strconv.ParseUint(day[:4]+day[5:7]+day[8:], 10, 32)
	if err != nil {
		return 0
	}
	return uint32(n)
}
