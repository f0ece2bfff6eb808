package duck

import (
	"context"
	"errors"
	"regexp"
	"strings"

	duckdb "github.com/duckdb/duckdb-go/v2"
)

// Error is an error of DuckDB without the values of rows: DuckDB quotes the
// offending value in its messages, and values are personal data.
type Error struct {
	Text  string
	cause error
}

// Error is the scrubbed text.
func (e *Error) Error() string { return e.Text }

// Unwrap keeps context errors recognisable. It never reveals DuckDB's own
// error.
func (e *Error) Unwrap() error { return e.cause }

var (
	quotedValue = regexp.MustCompile(`(?s)(Conversion|Invalid Input|Constraint|Out of Range|Serialization)([^:]*): .*`)
	snippet     = regexp.MustCompile(`(?s)\n+LINE \d+:.*`)
)

// scrub makes an error of DuckDB fit to be shown: errors that quote data keep
// their kind only, SQL snippets go.
func scrub(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	var de *duckdb.Error
	if !errors.As(err, &de) {
		return err
	}
	text := de.Error()
	if de.Type == duckdb.ErrorTypeInterrupt || strings.HasPrefix(text, "INTERRUPT") {
		return &Error{Text: "interrupted", cause: context.Canceled}
	}
	text = snippet.ReplaceAllString(text, "")
	text = quotedValue.ReplaceAllString(text, "${1}${2}: a value does not fit (values are not shown)")
	return &Error{Text: text}
}
