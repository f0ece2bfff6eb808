package duck

import (
	"errors"

	"github.com/duckdb/duckdb-go/v2"
)

// OutOfMemory reports whether DuckDB gave up because its memory or its room for
// spilling was used up.
func OutOfMemory(err error) bool { return isOf(err, duckdb.ErrorTypeOutOfMemory) }

// InputOutput reports whether DuckDB could not read or write a file.
func InputOutput(err error) bool { return isOf(err, duckdb.ErrorTypeIO) }

func isOf(err error, kind duckdb.ErrorType) bool {
	var e *duckdb.Error
	return errors.As(err, &e) && e.Type == kind
}
