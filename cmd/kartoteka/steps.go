package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/catalog"
)

func (m *Main) stepsCommand() *cobra.Command {
	var defaults bool
	c := &cobra.Command{
		Use:   "steps [TYPE]",
		Short: "Document the step types and their options",
		Long: `List the step types, or document one of them: what it does, its options with
their defaults, an example.

With --output json: [{"type", "summary", "doc", "example", "options": [{"key",
"depth", "type", "default", "required", "about"}]}].`,
		Example: "  kartoteka steps\n  kartoteka steps dedupe\n  kartoteka steps dedupe --defaults",
		Args:    cobra.MaximumNArgs(1),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return catalog.All().Types(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			specs := catalog.All()
			if len(args) == 1 {
				spec, ok := specs.Find(args[0])
				if !ok {
					return usage(fmt.Errorf("there is no step type %q; %s", args[0], config.DidYouMean(args[0], specs.Types())))
				}
				specs = pipelines.Catalog{spec}
			}
			return m.steps(specs, len(args) == 1, defaults)
		},
	}
	c.Flags().BoolVar(&defaults, "defaults", false, "print the options with their defaults as YAML")
	m.addOutput(c)
	return c
}

type specJSON struct {
	Type    string       `json:"type"`
	Summary string       `json:"summary"`
	Doc     string       `json:"doc"`
	Example string       `json:"example"`
	Options []optionJSON `json:"options"`
}

type optionJSON struct {
	Key      string `json:"key"`
	Depth    int    `json:"depth"`
	Type     string `json:"type"`
	Default  string `json:"default,omitempty"`
	Required bool   `json:"required"`
	About    string `json:"about"`
}

func (m *Main) steps(specs pipelines.Catalog, one, defaults bool) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	switch {
	case asJSON:
		return m.printJSON(specsOf(specs))
	case defaults:
		for _, s := range specs {
			m.printDefaults(s)
		}
	case one:
		m.printSpec(specs[0])
	default:
		paint := m.colors(m.Stdout)
		for _, s := range specs {
			fmt.Fprintf(m.Stdout, "%s  %s\n", paint.bold(fmt.Sprintf("%-10s", s.Type)), s.Summary)
		}
		fmt.Fprintln(m.Stdout, "\nkartoteka steps TYPE tells more about one of them.")
	}
	return nil
}

func specsOf(specs pipelines.Catalog) []specJSON {
	list := []specJSON{}
	for _, s := range specs {
		j := specJSON{Type: s.Type, Summary: s.Summary, Doc: s.Doc, Example: s.Example, Options: []optionJSON{}}
		for _, o := range config.Options(s.Options()) {
			j.Options = append(j.Options, optionJSON{o.Key, o.Depth, o.Type, o.Default, o.Required, o.About})
		}
		list = append(list, j)
	}
	return list
}

func (m *Main) printDefaults(s pipelines.Spec) {
	fmt.Fprintf(m.Stdout, "- %s: name\n", s.Type)
	for _, line := range strings.Split(strings.TrimRight(config.DefaultsYAML(s.Options()), "\n"), "\n") {
		fmt.Fprintf(m.Stdout, "  %s\n", line)
	}
}

func (m *Main) printSpec(s pipelines.Spec) {
	paint := m.colors(m.Stdout)
	fmt.Fprintf(m.Stdout, "%s: %s\n\n%s\n\n%s\n", paint.bold(s.Type), s.Summary, strings.TrimSpace(s.Doc), paint.bold("Options"))
	for _, o := range config.Options(s.Options()) {
		value := "default " + o.Default
		switch {
		case o.Required:
			value = "required"
		case o.Default == "":
			value = ""
		}
		pad := strings.Repeat("  ", o.Depth)
		fmt.Fprintf(m.Stdout, "  %-24s %-22s %s\n", pad+o.Key, o.Type, value)
		if o.About != "" {
			fmt.Fprintf(m.Stdout, "  %s  %s\n", pad, paint.dim(o.About))
		}
	}
	fmt.Fprintf(m.Stdout, "\n%s\n%s\n", paint.bold("Example"), strings.TrimRight(s.Example, "\n"))
}
