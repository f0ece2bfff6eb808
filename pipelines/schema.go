package pipelines

import (
	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
)

// Schema is the JSON Schema of all project files, for editors: a file is
// kartoteka.yaml, a job or a pipeline, told apart by its first required key.
func (c Catalog) Schema() *jsonschema.Schema {
	var steps []*jsonschema.Schema
	for _, s := range c {
		steps = append(steps, s.schema())
	}
	return &jsonschema.Schema{
		Schema:      "https://json-schema.org/draft/2020-12/schema",
		Title:       "kartoteka project file",
		Description: "kartoteka.yaml, jobs/*.yaml and pipelines/*.yaml",
		AnyOf: []*jsonschema.Schema{
			config.SchemaOf(config.Settings{}),
			config.SchemaOf(config.Job{}),
			config.PipelineSchema(steps),
		},
	}
}

// schema is one step: its type with the table's name, then its options.
func (s Spec) schema() *jsonschema.Schema {
	o := config.SchemaOf(s.Options())
	out := *o
	out.Description = s.Summary
	out.Properties = map[string]*jsonschema.Schema{
		s.Type: {Type: "string", Pattern: "^[a-z][a-z0-9_]*$", Description: s.Summary},
	}
	for k, v := range o.Properties {
		out.Properties[k] = v
	}
	out.PropertyOrder = append([]string{s.Type}, o.PropertyOrder...)
	out.Required = append([]string{s.Type}, o.Required...)
	return &out
}
