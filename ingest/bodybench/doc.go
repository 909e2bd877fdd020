// Package bodybench compares the project's body extraction with two libraries on
// the same pages in the same run. It is a module of its own, so that they do not
// weigh on the program:
//
//	cd ingest/bodybench && go test -v -count=1
package bodybench
