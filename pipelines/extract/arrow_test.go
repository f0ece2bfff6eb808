package extract

import (
	"context"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"

	"kartoteka/pipelines/duck"
)

// schemaOf is the Arrow schema of a table.
func (n *night) schemaOf(t *testing.T, table string) *arrow.Schema {
	t.Helper()
	var schema *arrow.Schema
	err := n.db.Read(context.Background(), "SELECT * FROM "+duck.Ident(table), func(b arrow.RecordBatch) error {
		schema = b.Schema()
		return nil
	})
	if err != nil || schema == nil {
		t.Fatalf("%s has no rows (%v)", table, err)
	}
	return schema
}

// produce copies a table from one database into another.
func (n *night) produce(table string) func(func(arrow.RecordBatch) error) error {
	return func(yield func(arrow.RecordBatch) error) error {
		return n.db.Read(context.Background(), "SELECT * FROM "+duck.Ident(table), yield)
	}
}
