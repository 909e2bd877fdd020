package main

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestMain lets the test binary be the program: for scripts, and as a process that tests kill.
func TestMain(m *testing.M) {
	if os.Getenv("JIANDU_TEST_PROCESS") != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"jiandu": main})
}

// The scripts are the documentation of the commands.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("LC_ALL", "C")
			e.Setenv("JIANDU_DATA", e.WorkDir+"/data")
			base, stop, err := startSample(context.Background())
			if err != nil {
				return err
			}
			e.Defer(stop)
			e.Setenv("SAMPLE", base)
			return os.WriteFile(e.WorkDir+"/urls.txt", []byte(base+"/trs/yw/202304/t20230429_10231.html\n"), 0o600)
		},
	})
}
