package duck

import (
	"context"
	"fmt"
	"io/fs"
	"sort"
	"strconv"
	"strings"
	"text/template"
	"time"
)

// Name is an identifier: a table or a column. It renders quoted.
type Name string

// Names are identifiers separated by commas.
type Names []Name

// Fragment is SQL that Go code composed of quoted names and literals itself.
// Never build one from user text.
type Fragment string

// Args are the names and literals of one .sql file.
type Args map[string]any

// Ident quotes an identifier.
func Ident(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// Quote makes a text literal.
func Quote(text string) string { return quote(text) }

func quote(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// Literal renders a Go value as SQL.
func Literal(v any) (string, error) {
	switch x := v.(type) {
	case Name:
		return Ident(string(x)), nil
	case Names:
		out := make([]string, len(x))
		for i, n := range x {
			out[i] = Ident(string(n))
		}
		return strings.Join(out, ", "), nil
	case Fragment:
		return string(x), nil
	case string:
		return quote(x), nil
	case bool:
		return strconv.FormatBool(x), nil
	case int:
		return strconv.Itoa(x), nil
	case int64:
		return strconv.FormatInt(x, 10), nil
	case float64:
		return strconv.FormatFloat(x, 'g', -1, 64), nil
	case time.Time:
		return "DATE " + quote(x.Format("2006-01-02")), nil
	case []string:
		return textList(x), nil
	case nil:
		return "NULL", nil
	}
	return "", fmt.Errorf("duck: no SQL literal for a %T", v)
}

func textList(items []string) string {
	if len(items) == 0 {
		return "(NULL)"
	}
	sorted := append([]string(nil), items...)
	sort.Strings(sorted)
	for i, s := range sorted {
		sorted[i] = quote(s)
	}
	return "(" + strings.Join(sorted, ", ") + ")"
}

// Render reads an embedded .sql file and fills in its names and literals.
func Render(fsys fs.FS, file string, args Args) (string, error) {
	text, err := fs.ReadFile(fsys, file)
	if err != nil {
		return "", fmt.Errorf("read %s: %w", file, err)
	}
	values := map[string]string{}
	for k, v := range args {
		lit, err := Literal(v)
		if err != nil {
			return "", fmt.Errorf("%s: %s: %w", file, k, err)
		}
		values[k] = lit
	}
	t, err := template.New(file).Option("missingkey=error").Parse(string(text))
	if err != nil {
		return "", fmt.Errorf("parse %s: %w", file, err)
	}
	var b strings.Builder
	if err := t.Execute(&b, values); err != nil {
		return "", fmt.Errorf("fill in %s: %w", file, err)
	}
	return b.String(), nil
}

// Run executes one embedded .sql file.
func (db *DB) Run(ctx context.Context, fsys fs.FS, file string, args Args) error {
	stmt, err := Render(fsys, file, args)
	if err != nil {
		return err
	}
	if err := db.Exec(ctx, stmt); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
