package duck

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Select is what one user's query reads, by its syntax tree.
type Select struct {
	Tables []string // relations that it does not define itself, sorted
	Err    error    // why it may not run; nil when it may
}

// ParseSelects looks at users' queries without running them. Each must be exactly one SELECT that reads tables of the
// run and nothing else: no files, no settings, no clock, no chance.
func ParseSelects(ctx context.Context, queries []string) (out []Select, err error) {
	db, err := Open(ctx, Options{Threads: 1})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for _, q := range queries {
		var tree string
		if err := db.One(ctx, "SELECT CAST(json_serialize_sql("+quote(q)+") AS VARCHAR)", &tree); err != nil {
			return nil, fmt.Errorf("parse a query: %w", err)
		}
		out = append(out, parsed(tree))
	}
	return out, nil
}

func parsed(tree string) Select {
	var head struct {
		Error      bool   `json:"error"`
		Type       string `json:"error_type"`
		Message    string `json:"error_message"`
		Statements []any  `json:"statements"`
	}
	if err := json.Unmarshal([]byte(tree), &head); err != nil {
		return Select{Err: errors.New("the query cannot be parsed")}
	}
	switch {
	case head.Error && head.Type == "parser":
		return Select{Err: errors.New(head.Message)}
	case head.Error:
		return Select{Err: errors.New("only SELECT is allowed")}
	case len(head.Statements) != 1:
		return Select{Err: fmt.Errorf("%d statements stand here, one SELECT is allowed", len(head.Statements))}
	}
	w := walk{tables: map[string]bool{}, own: map[string]bool{}}
	w.node(head.Statements[0])
	var s Select
	for t := range w.tables {
		if !w.own[strings.ToLower(t)] {
			s.Tables = append(s.Tables, t)
		}
	}
	slices.Sort(s.Tables)
	if len(w.refused) > 0 {
		slices.Sort(w.refused)
		s.Err = errors.New(w.refused[0])
	}
	return s
}

// walk gathers what a syntax tree names.
type walk struct {
	tables, own map[string]bool
	refused     []string
}

func (w *walk) node(v any) {
	switch v := v.(type) {
	case []any:
		for _, x := range v {
			w.node(x)
		}
	case map[string]any:
		w.object(v)
		for _, x := range v {
			w.node(x)
		}
	}
}

func (w *walk) object(v map[string]any) {
	word := func(key string) string { s, _ := v[key].(string); return s }
	switch {
	case v["type"] == "BASE_TABLE":
		if schema := word("schema_name"); schema != "" && schema != "main" || word("catalog_name") != "" {
			w.refused = append(w.refused, "the schema "+schema+" may not be read; name tables of the run alone")
			return
		}
		w.tables[word("table_name")] = true
	case v["cte_map"] != nil:
		ctes, _ := v["cte_map"].(map[string]any)
		list, _ := ctes["map"].([]any)
		for _, c := range list {
			if c, ok := c.(map[string]any); ok {
				name, _ := c["key"].(string)
				w.own[strings.ToLower(name)] = true
			}
		}
	case v["type"] == "SHOW_REF":
		w.refused = append(w.refused, "DESCRIBE, SHOW and SUMMARIZE are not allowed here")
	case v["class"] == "FUNCTION":
		w.function(strings.ToLower(word("function_name")))
	case v["class"] == "COLUMN_REF":
		if names, _ := v["column_names"].([]any); len(names) == 1 {
			if name, _ := names[0].(string); slices.Contains([]string{"current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"}, strings.ToLower(name)) {
				w.function(strings.ToLower(name))
			}
		}
	}
}

func (w *walk) function(name string) {
	switch {
	case slices.Contains(strings.Fields(`now today current_date current_time current_timestamp get_current_time get_current_timestamp
		transaction_timestamp localtime localtimestamp`), name):
		w.refused = append(w.refused, name+" reads the clock; write ${run.as_of}")
	case slices.Contains(strings.Fields("random uuid gen_random_uuid uuidv4 uuidv7 setseed nextval currval txid_current"), name):
		w.refused = append(w.refused, name+" gives another result every time; leave it out")
	case slices.Contains(strings.Fields("getenv current_setting getvariable query query_table glob parquet_scan arrow_scan seq_scan sniff_csv which_secret"), name),
		strings.HasPrefix(name, "read_"), strings.HasPrefix(name, "parquet_"), strings.HasPrefix(name, "duckdb_"), strings.HasPrefix(name, "pragma_"):
		w.refused = append(w.refused, name+" is not allowed; a query reads tables of the run alone, files are read by an extract step")
	}
}
