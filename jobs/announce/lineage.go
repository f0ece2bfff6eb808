package announce

import (
	"time"

	"github.com/google/uuid"

	"kartoteka/jobs/history"
)

// Trace is what lineage tells of a run.
type Trace struct {
	Project, Version string
	Run              history.Run
	Details          history.Details
	Tables           []Table // definitions of what the run publishes
}

// Table is the definition of a published table.
type Table struct {
	Name    string
	Columns []Column
}

// Column is one column with its DuckDB type and its meaning.
type Column struct{ Name, Type, Meaning string }

// The schemas of OpenLineage that the events follow.
const (
	specEvent      = "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
	specFacets     = "https://openlineage.io/spec/facets/1-0-0/"
	nameEngine     = "urn:kartoteka:"
	schemaOwnFacet = "urn:kartoteka:facet:run:1"
)

// event is a RunEvent. Inputs and outputs are there, if empty: a reader then
// knows that the run had none.
type event struct {
	EventType string    `json:"eventType"`
	EventTime string    `json:"eventTime"`
	Run       eventRun  `json:"run"`
	Job       eventJob  `json:"job"`
	Inputs    []dataset `json:"inputs"`
	Outputs   []dataset `json:"outputs"`
	Producer  string    `json:"producer"`
	SchemaURL string    `json:"schemaURL"`
}

type eventRun struct {
	RunID  string    `json:"runId"`
	Facets runFacets `json:"facets"`
}

type eventJob struct {
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
}

type facet struct {
	Producer  string `json:"_producer"`
	SchemaURL string `json:"_schemaURL"`
}

type runFacets struct {
	Own         ownFacet      `json:"kartoteka_run"`
	NominalTime *nominalFacet `json:"nominalTime,omitempty"`
	Error       *errorFacet   `json:"errorMessage,omitempty"`
}

// ownFacet is ours: what names a run of kartoteka.
type ownFacet struct {
	facet
	Run        string `json:"run"`
	AsOf       string `json:"as_of"`
	SnapshotID string `json:"snapshot_id,omitempty"`
	Status     string `json:"status"`
}

type nominalFacet struct {
	facet
	Start string `json:"nominalStartTime"`
}

type errorFacet struct {
	facet
	Message  string `json:"message"`
	Language string `json:"programmingLanguage"`
}

type dataset struct {
	Namespace    string        `json:"namespace"`
	Name         string        `json:"name"`
	Facets       datasetFacets `json:"facets"`
	InputFacets  *inputFacets  `json:"inputFacets,omitempty"`
	OutputFacets *outputFacets `json:"outputFacets,omitempty"`
}

type datasetFacets struct {
	Version *versionFacet `json:"version,omitempty"`
	Schema  *schemaFacet  `json:"schema,omitempty"`
}

type versionFacet struct {
	facet
	Version string `json:"datasetVersion"`
}

type schemaFacet struct {
	facet
	Fields []field `json:"fields"`
}

type field struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Meaning string `json:"description,omitempty"`
}

type inputFacets struct {
	Statistics statisticsFacet `json:"inputStatistics"`
}

type outputFacets struct {
	Statistics statisticsFacet `json:"outputStatistics"`
}

type statisticsFacet struct {
	facet
	Rows int64 `json:"rowCount"`
	Size int64 `json:"size"`
}

// begun is the event of a run's start, ended that of its end.
func begun(t Trace) event {
	e := t.event("START", t.Run.Started)
	e.Run.Facets.Own.Status = string(history.Running)
	return e
}

func (t Trace) ended() event {
	e := t.event(endType(t.Run.Status), ended(t.Run))
	if !t.Run.Status.Published() {
		e.Run.Facets.Error = &errorFacet{t.facet("ErrorMessageRunFacet"), t.Run.Reason, "GO"}
	}
	for _, in := range t.Details.Inputs {
		e.Inputs = append(e.Inputs, dataset{Namespace: t.Project, Name: in.File,
			Facets:      datasetFacets{Version: &versionFacet{t.facet("DatasetVersionDatasetFacet"), "sha256:" + in.SHA256}},
			InputFacets: &inputFacets{statisticsFacet{t.facet("InputStatisticsInputDatasetFacet"), in.RowsRead, in.Bytes}}})
	}
	for _, out := range t.Details.Outputs {
		if forBI(out) {
			e.Outputs = append(e.Outputs, dataset{Namespace: t.Project, Name: out.Table,
				Facets:       datasetFacets{&versionFacet{t.facet("DatasetVersionDatasetFacet"), t.Run.SnapshotID}, t.schema(out.Table)},
				OutputFacets: &outputFacets{statisticsFacet{t.facet("OutputStatisticsOutputDatasetFacet"), out.Rows, out.Bytes}}})
		}
	}
	return e
}

// endType is how a run's end is called there.
func endType(s history.Status) string {
	switch {
	case s.Published():
		return "COMPLETE"
	case s == history.Cancelled:
		return "ABORT"
	}
	return "FAIL"
}

func (t Trace) event(kind string, at time.Time) event {
	r := t.Run
	e := event{EventType: kind, EventTime: stamp(at), Inputs: []dataset{}, Outputs: []dataset{}, Producer: nameEngine + t.Version, SchemaURL: specEvent,
		Run: eventRun{RunID: runUUID(t.Project, r.ID)}, Job: eventJob{Namespace: t.Project, Name: r.Job}}
	e.Run.Facets.Own = ownFacet{facet{nameEngine + t.Version, schemaOwnFacet}, r.ID, r.AsOf.Format(time.DateOnly), r.SnapshotID, string(r.Status)}
	if !r.Scheduled.IsZero() {
		e.Run.Facets.NominalTime = &nominalFacet{t.facet("NominalTimeRunFacet"), stamp(r.Scheduled)}
	}
	return e
}

// facet is the head of a facet that OpenLineage itself defines.
func (t Trace) facet(name string) facet {
	return facet{nameEngine + t.Version, specFacets + name + ".json#/$defs/" + name}
}

func (t Trace) schema(table string) *schemaFacet {
	for _, d := range t.Tables {
		if d.Name != table {
			continue
		}
		s := &schemaFacet{facet: t.facet("SchemaDatasetFacet"), Fields: []field{}}
		for _, c := range d.Columns {
			s.Fields = append(s.Fields, field(c))
		}
		return s
	}
	return nil
}

// runUUID is the name of a run in lineage, which must be a UUID: version 5
// (RFC 9562), made of the project and the run's id, and so the same each time.
func runUUID(project, run string) string {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte(nameEngine+"run:"+project+"/"+run)).String()
}

func stamp(t time.Time) string { return t.UTC().Format("2006-01-02T15:04:05.000Z") }
