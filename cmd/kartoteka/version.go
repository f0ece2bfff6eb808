package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func (m *Main) versionCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  kartoteka version\n  kartoteka version --output json",
		Long: `Print the version of kartoteka and of the engine inside.

With --output json: {"version", "go", "engine", "revision"}.`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			asJSON, err := m.wantsJSON()
			if err != nil {
				return err
			}
			engine, revision := built()
			if asJSON {
				return m.printJSON(struct {
					Version  string `json:"version"`
					Go       string `json:"go"`
					Engine   string `json:"engine"`
					Revision string `json:"revision"`
				}{version, runtime.Version(), engine, revision})
			}
			fmt.Fprintf(m.Stdout, "kartoteka %s (%s, %s)\n", version, engine, runtime.Version())
			return nil
		},
	}
	m.addOutput(c)
	return c
}

// built tells what the program was built from, as far as the build knows.
func built() (engine, revision string) {
	engine = "DuckDB"
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return engine, ""
	}
	for _, d := range info.Deps {
		if d.Path == "github.com/duckdb/duckdb-go/v2" {
			engine = "duckdb-go " + d.Version
		}
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			revision = s.Value
		}
	}
	return engine, revision
}
