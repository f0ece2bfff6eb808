package main

import (
	"github.com/spf13/cobra"

	"kartoteka/pipelines/catalog"
)

func (m *Main) schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the project files, for completion in editors",
		Long: `Print the JSON Schema of kartoteka.yaml, jobs/*.yaml and pipelines/*.yaml. Most
editors take it from a comment in the first line of a file:

  # yaml-language-server: $schema=../kartoteka.schema.json`,
		Example: "  kartoteka schema > kartoteka.schema.json",
		Args:    cobra.NoArgs,
		RunE:    func(*cobra.Command, []string) error { return m.printJSON(catalog.All().Schema()) },
	}
}
