#!/bin/sh
# Load a running server with wrk (Debian: apt-get install wrk) and tell how it bears it.
#
#   jiandu serve --rate 0 &          # no limit a client, since wrk is one client
#   web/load/load.sh [URL [SECONDS [CONNECTIONS]]]
#
# It asks for searches, articles, figures and pages in turn, with some 2,000
# different addresses, and prints requests a second, the times of half and of 99
# in 100 of them, the errors, and the memory of the server before and after.
# Run it once more while `jiandu update` runs to see that both go on.
set -eu
url=${1:-http://127.0.0.1:8080}
seconds=${2:-30}
connections=${3:-8}
here=$(dirname "$0")

memory() {
  curl -fsS "$url/metrics" | awk '/^process_resident_memory_bytes/ {printf "%.0f MB\n", $2 / 1e6}'
}

echo "memory before: $(memory)"
wrk --threads 2 --connections "$connections" --duration "${seconds}s" --timeout 15s --latency --script "$here/urls.lua" "$url"
echo "memory after:  $(memory)"
