package dedupe

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// SurviveRule is one rule of survive: a word, {source_priority: [A, B]} or
// {sql: EXPRESSION}.
type SurviveRule struct {
	Word     string
	Priority []string // sources, the preferred first
	SQL      string   // an expression over the columns of the table read; the greatest stands
	At       config.Node
}

// DecodeNode reads the three shapes.
func (r *SurviveRule) DecodeNode(n config.Node, p *config.Problems) {
	r.At = n
	if n.Kind() == config.Scalar {
		r.Word, _ = n.Text()
		return
	}
	var long struct {
		Priority []string `yaml:"source_priority"`
		SQL      string   `yaml:"sql"`
	}
	config.Decode(n, &long, p)
	r.Priority, r.SQL = long.Priority, long.SQL
	switch {
	case (len(r.Priority) > 0) == (r.SQL != ""):
		p.Add(n, "survive: a rule is a word, source_priority or sql", "write most_recent, {source_priority: [crm, shop]} or {sql: EXPRESSION}")
	case r.SQL != "":
		r.Word = "sql"
	default:
		r.Word = "source_priority"
	}
}

// SchemaNode describes the shapes to editors.
func (SurviveRule) SchemaNode() *jsonschema.Schema {
	text := &jsonschema.Schema{Type: "string"}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "string"}, {Type: "object", Properties: map[string]*jsonschema.Schema{"source_priority": {Type: "array", Items: text}, "sql": text}},
	}}
}

// Rules that stand for values of one's own have a number: source_priority 0,
// sql 1.
const (
	priorityRule = "source_priority "
	sqlRule      = "sql "
)

// ruleWord turns a rule into the word that survive.go knows it by.
func (s *step) ruleWord(r SurviveRule) string {
	switch {
	case len(r.Priority) > 0:
		s.priorities = append(s.priorities, r.Priority)
		return priorityRule + strconv.Itoa(len(s.priorities)-1)
	case r.SQL != "":
		s.scores = append(s.scores, r)
		return sqlRule + strconv.Itoa(len(s.scores)-1)
	}
	return r.Word
}

// checkScores refuses expressions that are none.
func (s *step) checkScores(p *config.Problems) {
	if len(s.scores) == 0 {
		return
	}
	var queries []string
	for _, r := range s.scores {
		queries = append(queries, "SELECT ("+r.SQL+") AS score FROM t")
	}
	parsed, err := duck.ParseSelects(context.Background(), queries)
	for i, r := range s.scores {
		switch {
		case err != nil:
			p.Add(r.At, "survive: the expression cannot be parsed", "")
		case parsed[i].Err != nil:
			p.Add(r.At, "survive: "+parsed[i].Err.Error(), "write one expression over the columns of the table")
		case len(parsed[i].Tables) != 1 || parsed[i].Tables[0] != "t":
			p.Add(r.At, "survive: the expression reads another table", "use columns of the table read")
		}
	}
}

// rank fills what rules of one's own compare: the place of a row's source in each
// list, and the score of every row.
func (s *step) rank(ctx context.Context, r *pipelines.Run, in *rows) error {
	source := in.text["source"]
	for _, list := range s.priorities {
		place := make([]float64, len(source.Values))
		for code, name := range source.Values {
			place[code] = -float64(len(list))
			for i, wanted := range list {
				if wanted == name {
					place[code] = -float64(i)
				}
			}
		}
		ranks := make([]float64, in.n)
		for row := range in.n {
			ranks[row] = place[source.Codes[row]]
		}
		in.priority = append(in.priority, ranks)
	}
	if len(s.scores) == 0 {
		return nil
	}
	at := make(map[int64]int, in.n)
	for row, rid := range in.rid {
		at[rid] = row
	}
	for i, rule := range s.scores {
		scores := make([]float64, in.n)
		query := "SELECT t.rowid, CAST((" + rule.SQL + ") AS DOUBLE) FROM " + duck.Ident(s.o.From.Value) + " AS t"
		err := r.DB.Rows(ctx, query, func(scan func(...any) error) error {
			var rid int64
			var score *float64
			if err := scan(&rid, &score); err != nil {
				return err
			}
			scores[at[rid]] = math.Inf(-1)
			if score != nil && !math.IsNaN(*score) {
				scores[at[rid]] = *score
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("survive: rule sql number %d: the expression must give a number, a yes or no, for every row: %w", i+1, err)
		}
		in.score = append(in.score, scores)
	}
	return nil
}

// own compares two rows by a rule of one's own: the greater stands.
func (in *rows) own(rule string, a, b uint32) int {
	list, n := in.priority, strings.TrimPrefix(rule, priorityRule)
	if strings.HasPrefix(rule, sqlRule) {
		list, n = in.score, strings.TrimPrefix(rule, sqlRule)
	}
	i, err := strconv.Atoi(n)
	if err != nil || i >= len(list) {
		return 0
	}
	switch x, y := list[i][a], list[i][b]; {
	case x > y:
		return -1
	case x < y:
		return 1
	}
	return 0
}

// ruleName is a rule as tables name it.
func ruleName(rule string) string {
	word, _, _ := strings.Cut(rule, " ")
	return word
}
