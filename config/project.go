package config

import "github.com/google/jsonschema-go/jsonschema"

// Project is everything that a project directory declares.
type Project struct {
	Dir       string // absolute
	Settings  Settings
	Jobs      []*Job
	Pipelines []*Pipeline
	Accepted  []Acceptance // issues that somebody lives with
	Files     []File       // every project file that was read, sorted by name
}

// File is a project file as read: its name relative to the project and bytes.
type File struct {
	Name string
	Text []byte
}

// Settings are kartoteka.yaml.
type Settings struct {
	Project   Text          `yaml:"project" required:"true" about:"name of the project: lower-case letters, digits and hyphens"`
	Contract  int           `yaml:"contract" default:"1" min:"1" about:"version of the published tables; raise it when a stable column goes or changes its type"`
	TimeZone  Text          `yaml:"time_zone" default:"UTC" about:"IANA zone of dates in the files and of the schedule"`
	Country   string        `yaml:"country" default:"PL" about:"ISO country of addresses and phones that do not say"`
	Language  string        `yaml:"language" default:"en" enum:"en,pl" about:"language of reports and messages to people"`
	Publish   PublishTo     `yaml:"publish" about:"where the published set stands and how long old sets are kept"`
	Limits    Limits        `yaml:"limits" about:"of the whole process; over a limit a run spills to disk or refuses and names the cause"`
	Empty     []string      `yaml:"empty" about:"values that mean not known, beside the built-in ones"`
	Reference Entries[Text] `yaml:"reference" about:"optional reference files: postcodes, nicknames, disposable_domains"`
	Cleanse   Node          `yaml:"cleanse" about:"rules for every cleanse step: abbreviations, street_aliases, titles, ... (kartoteka steps cleanse lists them)"`
	SMTP      *SMTP         `yaml:"smtp" about:"mail server for notifications"`
	Lineage   *Lineage      `yaml:"lineage" about:"catalogue that is handed the OpenLineage events of each run, beside the files"`
	Outside   []Text        `yaml:"allow_outside" about:"directories outside the project that file patterns may name"`
}

// PublishTo is where BI finds the tables.
type PublishTo struct {
	To   Text `yaml:"to" default:"published" about:"directory of the published set, inside the project"`
	Keep Keep `yaml:"keep" about:"retention"`
}

// Keep is the retention of old snapshots.
type Keep struct {
	Snapshots int `yaml:"snapshots" default:"30" min:"1" about:"snapshots kept for roll-back, the current one included"`
}

// Limits bound what one run may take.
type Limits struct {
	Memory  Size `yaml:"memory" default:"4GB" about:"memory of the process: DuckDB gets 60 %, Go the rest"`
	Threads int  `yaml:"threads" default:"0" min:"0" about:"threads; 0 is one per core"`
	Temp    Size `yaml:"temp" default:"20GB" about:"disk for spilling"`
}

// Lineage is a server that takes OpenLineage events.
type Lineage struct {
	URL   Text   `yaml:"url" required:"true" about:"address that takes events, such as https://catalogue.example.com/api/v1/lineage"`
	Token string `yaml:"token" about:"bearer token; use an environment variable: ${env.LINEAGE_TOKEN}"`
}

// SMTP is a mail server.
type SMTP struct {
	Host     string `yaml:"host" required:"true" about:"name of the server"`
	Port     int    `yaml:"port" default:"587" min:"1" max:"65535" about:"port"`
	User     string `yaml:"user" about:"account"`
	Password string `yaml:"password" about:"use an environment variable: ${env.SMTP_PASSWORD}"`
	From     Text   `yaml:"from" about:"sender address; default: the account, or kartoteka at the server"`
}

// Job is WHEN: one file of jobs/.
type Job struct {
	File      string         `yaml:"-"`
	Node      Node           `yaml:"-"`
	Job       Text           `yaml:"job" required:"true" about:"name of the job"`
	Schedule  *Schedule      `yaml:"schedule" about:"when it runs; without it the job runs by hand only"`
	Overlap   string         `yaml:"overlap" default:"skip" enum:"skip,queue,cancel_previous" about:"what happens when the previous run is still going"`
	Timeout   *Duration      `yaml:"timeout" about:"the run is cancelled after this time"`
	Retries   Retries        `yaml:"retries" about:"attempts after a failure; bad projects and failed checks are never retried"`
	WaitFor   *WaitFor       `yaml:"wait_for" about:"inputs that must be there before the run starts"`
	Params    Entries[Param] `yaml:"params" about:"values that a run may set with --set, used as ${param.name}"`
	Pipelines []Text         `yaml:"pipelines" required:"true" about:"pipelines that one run executes, in order"`
	Notify    []Notify       `yaml:"notify" about:"who hears of what"`
}

// Schedule is the clock of a job.
type Schedule struct {
	Cron     Text      `yaml:"cron" required:"true" about:"minute hour day month weekday"`
	TimeZone Text      `yaml:"time_zone" about:"IANA zone; default: the project's"`
	Missed   string    `yaml:"missed" default:"latest" enum:"skip,latest,all" about:"occurrences missed while the scheduler was down"`
	MaxAge   *Duration `yaml:"max_age" about:"a missed occurrence older than this is skipped"`
	DST      string    `yaml:"dst" default:"run_after" enum:"run_after,skip" about:"an instant that the clock change removes"`
}

// Retries is how often a failed run is tried again.
type Retries struct {
	Attempts int      `yaml:"attempts" default:"1" min:"1" max:"20" about:"tries in all"`
	Backoff  Duration `yaml:"backoff" default:"1m" about:"pause before the second try, doubled each time"`
}

// WaitFor delays a run until its inputs have settled.
type WaitFor struct {
	Sources []Text   `yaml:"sources" required:"true" about:"extract steps whose files must be there"`
	Until   Text     `yaml:"until" about:"local time of day after which the run is late"`
	Settled Duration `yaml:"settled" default:"0s" about:"a file counts when it has not changed for this time, or at once when FILE.done stands beside it"`
	Marker  string   `yaml:"marker" default:"optional" enum:"optional,required" about:"required: a file counts only when FILE.done stands beside it"`
}

// Param is a declared parameter of a job.
type Param struct {
	Type    string `yaml:"type" default:"text" enum:"text,integer,number,date,boolean" about:"what values it takes"`
	Default Node   `yaml:"default" about:"value when a run does not set it"`
	About   string `yaml:"about" about:"what it is for"`
}

// Notify is one subscription.
type Notify struct {
	On      []string `yaml:"on" required:"true" enum:"ok,failed,checks_failed,warnings,late,recovered,cancelled" about:"events"`
	Email   []Text   `yaml:"email" about:"addresses"`
	Webhook *Webhook `yaml:"webhook" about:"server that is told by an HTTP POST of JSON"`
}

// Webhook is a server that hears of runs.
type Webhook struct {
	URL    Text   `yaml:"url" required:"true" about:"http or https address"`
	Secret string `yaml:"secret" about:"key of the signature in X-Kartoteka-Signature (sha256=HMAC of the body); use ${env.NAME}"`
}

// Pipeline is WHAT: one file of pipelines/.
type Pipeline struct {
	File     string
	Node     Node
	Pipeline Text
	Steps    []StepEntry
	Publish  []Publish
}

// StepEntry is one step as written.
type StepEntry struct {
	Type   string // the first key
	TypeAt Pos
	Name   Text // its value: the main table it makes, or the check
	Body   Node // the other keys
	Node   Node // the whole entry
}

// Publish is one line of publish: a table under its own or another name.
type Publish struct {
	As    Text // name in the published set
	Table Text // table of the run
}

type pipelineShape struct {
	Pipeline Text   `yaml:"pipeline" required:"true" about:"name of the pipeline"`
	Steps    []Node `yaml:"steps" about:"steps in order; the key of each is its type, its value the table it makes"`
	Publish  []Node `yaml:"publish" about:"tables to publish at the end of the run: table, or name: table"`
}

// JobNamed finds a job.
func (p *Project) JobNamed(name string) (*Job, bool) {
	for _, j := range p.Jobs {
		if j.Job.Value == name {
			return j, true
		}
	}
	return nil, false
}

// PipelineNamed finds a pipeline.
func (p *Project) PipelineNamed(name string) (*Pipeline, bool) {
	for _, pl := range p.Pipelines {
		if pl.Pipeline.Value == name {
			return pl, true
		}
	}
	return nil, false
}

// JobNames are the names of all jobs, in file order.
func (p *Project) JobNames() []string {
	var out []string
	for _, j := range p.Jobs {
		out = append(out, j.Job.Value)
	}
	return out
}

// PipelineNames are the names of all pipelines, in file order.
func (p *Project) PipelineNames() []string {
	var out []string
	for _, pl := range p.Pipelines {
		out = append(out, pl.Pipeline.Value)
	}
	return out
}

// PipelineSchema is the schema of a pipeline file whose steps are described by
// the given schemas.
func PipelineSchema(steps []*jsonschema.Schema) *jsonschema.Schema {
	s := SchemaOf(pipelineShape{})
	s.Properties["steps"] = &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{AnyOf: steps}, Description: s.Properties["steps"].Description}
	s.Properties["publish"] = &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, {Type: "object", AdditionalProperties: &jsonschema.Schema{Type: "string"}}}}, Description: s.Properties["publish"].Description}
	return s
}
