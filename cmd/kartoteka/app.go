package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/config"
)

// version is part of every snapshot's id: a new one may compute new results.
const version = "0.1.0"

// Main is the program with everything that it takes from the outside.
type Main struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Args           []string // without the program's name
	Env            func(string) (string, bool)
	Now            func() time.Time
	Sleep          func(context.Context, time.Duration) error // nil: by the machine's clock
	Dir            string                                     // working directory
	IsTerminal     func(io.Writer) bool

	project string // --project
	output  string // --output
	profile string // --cpuprofile

	repeated bool // the last run found its snapshot published already
}

// Run executes one command line and gives the exit code.
func (m *Main) Run(ctx context.Context) int {
	began := false
	root := m.root()
	root.PersistentPreRun = func(*cobra.Command, []string) { began = true }
	root.SetArgs(m.Args)
	root.SetIn(m.Stdin)
	root.SetOut(m.Stdout)
	root.SetErr(m.Stderr)
	err := m.profiled(func() error { return root.ExecuteContext(ctx) })
	if err != nil && !began {
		err = usage(err)
	}
	return m.exit(ctx, err)
}

func (m *Main) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "kartoteka",
		Short: "Nightly ETL and data quality for a firm's customer data",
		Long: `kartoteka reads contacts and orders from the files that a firm's systems drop,
cleanses and deduplicates people and addresses, applies returned mail, measures
campaigns, and publishes Parquet that BI tools read.

A project is a directory with kartoteka.yaml. Start with: kartoteka init shop`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args:          knownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	root.PersistentFlags().StringVar(&m.project, "project", "", "project `DIR` (default: the nearest one upwards with kartoteka.yaml)")
	root.PersistentFlags().StringVar(&m.profile, "cpuprofile", "", "write a CPU profile to `FILE` (--cpuprofile=FILE)")
	_ = root.PersistentFlags().MarkHidden("cpuprofile")
	root.AddCommand(
		m.initCommand(), m.checkCommand(), m.runCommand(), m.serveCommand(),
		m.scheduleCommand(), m.pauseCommand(), m.resumeCommand(), m.historyCommand(), m.showCommand(), m.cardCommand(), m.parseCommand(),
		m.issuesCommand(), m.dedupeCommand(), m.reviewCommand(), m.rejectsCommand(), m.explainCommand(), m.stepsCommand(), m.schemaCommand(), m.versionCommand(), m.benchCommand(),
	)
	return root
}

// completeJob offers the names of the project's jobs to a shell.
func (m *Main) completeJob(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	p, _, err := m.load()
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return p.JobNames(), cobra.ShellCompDirectiveNoFileComp
}

// knownCommand refuses words that are no command.
func knownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	var names []string
	for _, sub := range c.Commands() {
		names = append(names, sub.Name())
	}
	return fmt.Errorf("there is no command %q; %s", args[0], config.DidYouMean(args[0], names))
}

// addOutput gives a command the flag --output.
func (m *Main) addOutput(c *cobra.Command) {
	c.Flags().StringVar(&m.output, "output", "text", "`FORMAT` of the result: text or json")
	_ = c.RegisterFlagCompletionFunc("output", cobra.FixedCompletions([]string{"text", "json"}, cobra.ShellCompDirectiveNoFileComp))
}

func (m *Main) wantsJSON() (bool, error) {
	switch m.output {
	case "json":
		return true, nil
	case "text", "":
		return false, nil
	}
	return false, usage(fmt.Errorf("--output %q: write text or json", m.output))
}

// findProject gives the project's directory.
func (m *Main) findProject() (string, error) {
	if m.project != "" {
		return m.path(m.project), nil
	}
	dir, err := config.Find(m.Dir)
	if err != nil {
		return "", usage(err)
	}
	return dir, nil
}

// load reads the project; the problems are of its shape only.
func (m *Main) load() (*config.Project, config.Problems, error) {
	dir, err := m.findProject()
	if err != nil {
		return nil, nil, err
	}
	p, problems := config.Load(dir, m.Env)
	return p, problems, nil
}

// path makes an argument absolute, as seen from the working directory.
func (m *Main) path(p string) string {
	if filepath.IsAbs(p) {
		return filepath.Clean(p)
	}
	return filepath.Join(m.Dir, p)
}
