#!/bin/sh
# cold.sh DATA [QUERY] [RUNS]: how long commands take as processes, from exec to exit, over the
# data directory DATA with its index: a search, the same query in a process that loads the
# segmenter's dictionary, and a series of figures. Prints least and median of RUNS runs (20).
set -eu
data=${1:?usage: cold.sh DATA [QUERY] [RUNS]}
query=${2:-监督检查 整改}
runs=${3:-20}
cd "$(dirname "$0")/../.."
bin=$(mktemp -d)
trap 'rm -rf "$bin"' EXIT
go build -o "$bin/jiandu" ./cmd/jiandu
go build -tags bench -o "$bin/withgse" ./index/bench/withgse

# measure NAME COMMAND…: runs the command, after once for nothing, and prints milliseconds
measure() {
	name=$1
	shift
	"$@" >/dev/null
	i=0
	while [ "$i" -lt "$runs" ]; do
		start=$(date +%s%N)
		"$@" >/dev/null
		end=$(date +%s%N)
		echo $(((end - start) / 10000))
		i=$((i + 1))
	done | sort -n | awk -v name="$name" '{ t[NR] = $1 / 100 }
		END { printf "%-44s least %8.2f ms  median %8.2f ms  (%d runs)\n", name, t[1], t[int((NR + 1) / 2)], NR }'
}

measure "jiandu search $query" "$bin/jiandu" --data "$data" search "$query" --limit 20
measure "loading the segmenter, the same query" "$bin/withgse" "$data" "$query"
measure "jiandu figures --action 处分 --by year" "$bin/jiandu" --data "$data" figures --action 处分 --by year
