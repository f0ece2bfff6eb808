package returns

import (
	"regexp"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// action is what a reason leads to, in its YAML forms: a word, {task: kind}, {hold_after: n, within: d} or
// {mark_after: n, within: d}.
type action struct{ returnpolicy.Action }

func actionWords() []string {
	return []string{"update", "mark_undeliverable", "do_not_mail", "suppress_all", "stop_email", "retry", "count", "ignore"}
}

var taskKind = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// actionForm is the mapping form of an action.
type actionForm struct {
	Task      string           `yaml:"task" about:"kind of the task, a word of your own"`
	HoldAfter int              `yaml:"hold_after" min:"1" about:"pieces until the address is held and somebody is asked"`
	MarkAfter int              `yaml:"mark_after" min:"1" about:"pieces until the address is marked undeliverable"`
	Within    *config.Duration `yaml:"within" about:"time within which pieces add up"`
}

// DecodeNode reads the word or the mapping.
func (a *action) DecodeNode(n config.Node, p *config.Problems) {
	if n.Kind() == config.Mapping {
		a.decodeForm(n, p)
		return
	}
	word, ok := n.Text()
	if !ok || !slices.Contains(actionWords(), word) {
		hint := "write one of " + strings.Join(actionWords(), ", ") + ", {task: kind}, {hold_after: 2, within: 365d} or {mark_after: 2, within: 365d}"
		if ok {
			if near, found := config.Closest(word, actionWords()); found {
				hint = "did you mean " + near + "?"
			}
			p.Add(n, word+" is no action", hint)
			return
		}
		p.Add(n, "expected an action, found "+n.Kind(), hint)
		return
	}
	a.Action = returnpolicy.Action{Kind: returnpolicy.Kind(word)}
}

func (a *action) decodeForm(n config.Node, p *config.Problems) {
	var f actionForm
	before := len(*p)
	config.Decode(n, &f, p)
	if len(*p) > before {
		return
	}
	forms := 0
	for _, given := range []bool{f.Task != "", f.HoldAfter > 0, f.MarkAfter > 0} {
		if given {
			forms++
		}
	}
	if forms != 1 {
		p.Add(n, "an action is exactly one of task, hold_after and mark_after", "")
		return
	}
	if f.Task != "" {
		if f.Within != nil || !taskKind.MatchString(f.Task) {
			p.Add(n, "a task is {task: kind} with a kind of lower-case letters, digits and _", "")
			return
		}
		a.Action = returnpolicy.Action{Kind: returnpolicy.MakeTask, Task: f.Task}
		return
	}
	a.Action = returnpolicy.Action{Kind: returnpolicy.Count, After: f.HoldAfter + f.MarkAfter, Within: returnpolicy.DefaultWithin, Then: returnpolicy.MakeTask}
	if f.MarkAfter > 0 {
		a.Then = returnpolicy.MarkUndeliverable
	}
	if f.Within != nil {
		a.Within = f.Within.Days()
	}
}

// SchemaNode describes the shapes to editors.
func (action) SchemaNode() *jsonschema.Schema {
	word := &jsonschema.Schema{Type: "string"}
	for _, w := range actionWords() {
		word.Enum = append(word.Enum, w)
	}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{word, config.SchemaOf(actionForm{})}}
}
