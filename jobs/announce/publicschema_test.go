package announce

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/jobs/history"
)

// TestEventsFitThePublicSchema validates events of every kind of end against the
// JSON Schema that OpenLineage publishes. Its file (spec/OpenLineage.json) is not
// kept here; KARTOTEKA_OPENLINEAGE names a copy.
func TestEventsFitThePublicSchema(t *testing.T) {
	path := os.Getenv("KARTOTEKA_OPENLINEAGE")
	if path == "" {
		t.Skip("KARTOTEKA_OPENLINEAGE names no copy of the public schema")
	}
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var schema jsonschema.Schema
	if err := json.Unmarshal(text, &schema); err != nil {
		t.Fatal(err)
	}
	schema.OneOf, schema.Ref = nil, "#/$defs/RunEvent" // an event without a run may be one of a job or a table
	resolved, err := schema.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, status := range []history.Status{history.OK, history.Warnings, history.Failed, history.ChecksFailed, history.Late, history.Cancelled, history.BadProject} {
		for _, e := range lineage(t, trace(t, status)) {
			if err := resolved.Validate(e); err != nil {
				t.Errorf("%s: %v: %v", status, e["eventType"], err)
			}
		}
	}
	broken := lineage(t, trace(t, history.OK))[0]
	delete(broken, "run")
	if resolved.Validate(broken) == nil {
		t.Error("an event without its run fits too: this is no schema of events")
	}
}
