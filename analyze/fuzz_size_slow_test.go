//go:build slow

package analyze

const awkwardSize = 1 << 20 // bytes
