package main

import (
	"errors"
	"fmt"
	"os"
	"runtime/pprof"
	"strings"
)

// profiled runs a command, under the CPU profiler when --cpuprofile names a
// file.
func (m *Main) profiled(command func() error) (err error) {
	path := m.profilePath()
	if path == "" {
		return command()
	}
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write the profile: %w", err)
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	if err := pprof.StartCPUProfile(f); err != nil {
		return fmt.Errorf("start the profile: %w", err)
	}
	defer pprof.StopCPUProfile()
	return command()
}

// profilePath looks for the flag before the command line is parsed, since the
// profile covers the whole command.
func (m *Main) profilePath() string {
	for _, a := range m.Args {
		if v, ok := strings.CutPrefix(a, "--cpuprofile="); ok {
			return v
		}
	}
	return ""
}
