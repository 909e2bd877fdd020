//go:build !slow

package analyze

const awkwardSize = 1 << 17 // bytes
