package index

import (
	"math"
	"runtime"
	"runtime/debug"
)

// What a build of more than one batch may add to the memory in use when it begins before
// the collector works harder, and the least to allow in all. A segmenter's dictionary takes some 150 MB,
// each worker's batch with the segment made of it as much again.
const (
	buildMemory = 512 << 20
	leastMemory = 740 << 20
	untilLimit  = 400 // growth of the heap, in percent, that lets the limit decide when to collect
)

// boundMemory keeps the collector from letting the heap grow to twice what is in use, and
// gives what puts it back. It leaves alone a limit that is lower.
func boundMemory() (restore func()) {
	debug.FreeOSMemory()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	limit := max(leastMemory, int64(min(m.HeapAlloc, math.MaxInt64/2))+buildMemory)
	before := debug.SetMemoryLimit(-1)
	if before <= limit {
		return func() {}
	}
	debug.SetMemoryLimit(limit)
	percent := debug.SetGCPercent(untilLimit)
	return func() {
		debug.SetMemoryLimit(before)
		debug.SetGCPercent(percent)
	}
}
