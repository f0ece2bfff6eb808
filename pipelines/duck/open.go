package duck

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"os"
	"strings"

	duckdb "github.com/duckdb/duckdb-go/v2"
)

// Options are the limits and the reach of a database.
type Options struct {
	Memory       int64    // bytes for DuckDB; 0: 1 GB
	Threads      int      // 0: 2
	TempDir      string   // spill directory; made when missing; "" : no spilling
	TempSize     int64    // bytes on disk for spilling; 0: 10 GB
	AllowedPaths []string // files that SQL may read
	AllowedDirs  []string // directories that SQL may read and COPY into
}

// DB is one private in-memory database.
type DB struct {
	connector *duckdb.Connector
	sql       *sql.DB
}

// Open makes an empty database with its limits set and its configuration
// locked.
func Open(ctx context.Context, o Options) (*DB, error) {
	connector, err := duckdb.NewConnector("", nil)
	if err != nil {
		return nil, fmt.Errorf("open the run's database: %w", err)
	}
	db := &DB{connector: connector, sql: sql.OpenDB(connector)}
	db.sql.SetMaxIdleConns(4)
	for _, stmt := range settings(o) {
		if err := db.Exec(ctx, stmt); err != nil {
			return nil, fmt.Errorf("set up the run's database: %w", closing(db, err))
		}
	}
	return db, nil
}

func closing(db *DB, err error) error {
	if cerr := db.Close(); cerr != nil {
		return fmt.Errorf("%w (and closing it: %v)", err, cerr)
	}
	return err
}

func settings(o Options) []string {
	if o.Memory == 0 {
		o.Memory = 1e9
	}
	if o.Threads == 0 {
		o.Threads = 2
	}
	if o.TempSize == 0 {
		o.TempSize = 10e9
	}
	out := []string{
		fmt.Sprintf("SET memory_limit = '%dKB'", o.Memory/1000),
		fmt.Sprintf("SET threads = %d", o.Threads),
		"SET preserve_insertion_order = true",
		"SET TimeZone = 'UTC'",
	}
	if o.TempDir != "" {
		out = append(out, "SET temp_directory = "+quote(o.TempDir), fmt.Sprintf("SET max_temp_directory_size = '%dKB'", o.TempSize/1000))
	} else {
		out = append(out, "SET temp_directory = ''")
	}
	out = append(out, "SET disabled_optimizers = 'deliminator'")
	if len(o.AllowedPaths) > 0 {
		out = append(out, "SET allowed_paths = "+quoteList(o.AllowedPaths))
	}
	if len(o.AllowedDirs) > 0 {
		out = append(out, "SET allowed_directories = "+quoteList(o.AllowedDirs))
	}
	return append(out,
		"SET autoinstall_known_extensions = false",
		"SET autoload_known_extensions = false",
		"SET enable_external_access = false",
		"SET lock_configuration = true",
	)
}

func quoteList(items []string) string {
	quoted := make([]string, len(items))
	for i, s := range items {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// Close frees the database.
func (db *DB) Close() error {
	err := db.sql.Close()
	if cerr := db.connector.Close(); err == nil {
		err = cerr
	}
	return err
}

// Exec runs one or more statements.
func (db *DB) Exec(ctx context.Context, stmt string) error {
	_, err := db.sql.ExecContext(ctx, stmt)
	return scrub(err)
}

// Rows calls each for every row of a query; scan reads the row's columns.
func (db *DB) Rows(ctx context.Context, query string, each func(scan func(dest ...any) error) error) (err error) {
	rows, err := db.sql.QueryContext(ctx, query)
	if err != nil {
		return scrub(err)
	}
	defer func() {
		if cerr := rows.Close(); err == nil {
			err = scrub(cerr)
		}
	}()
	for rows.Next() {
		if err := each(rows.Scan); err != nil {
			return err
		}
	}
	return scrub(rows.Err())
}

// One scans the first row of a query.
func (db *DB) One(ctx context.Context, query string, dest ...any) error {
	return scrub(db.sql.QueryRowContext(ctx, query).Scan(dest...))
}

// Column is a column of a table or query as DuckDB has it.
type Column struct{ Name, Type string }

// Describe lists the columns of a query.
func (db *DB) Describe(ctx context.Context, query string) ([]Column, error) {
	var out []Column
	err := db.Rows(ctx, "DESCRIBE "+query, func(scan func(...any) error) error {
		var c Column
		var null, key, def, extra any
		if err := scan(&c.Name, &c.Type, &null, &key, &def, &extra); err != nil {
			return err
		}
		out = append(out, c)
		return nil
	})
	return out, err
}

// CopyParquet writes a query to a Parquet file: zstd, format v1 encodings,
// rows in the order of the query.
func (db *DB) CopyParquet(ctx context.Context, query, path string) error {
	return removeAfter(db.Exec(ctx, copyParquet(query, path)), path)
}

func copyParquet(query, path string) string {
	return "COPY (" + query + ") TO " + quote(path) + " (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE 122880)"
}

// removeAfter removes the unfinished file of a statement that went wrong.
func removeAfter(err error, path string) error {
	if err == nil {
		return nil
	}
	if rerr := os.Remove(path); rerr != nil && !os.IsNotExist(rerr) {
		return fmt.Errorf("%w (and removing the unfinished file: %v)", err, rerr)
	}
	return err
}

// conn opens a connection of its own, for Arrow.
func (db *DB) conn(ctx context.Context) (driver.Conn, error) {
	c, err := db.connector.Connect(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect to the run's database: %w", err)
	}
	return c, nil
}
