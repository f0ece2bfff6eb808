package read

import (
	"kartoteka/pipelines/extract/layout"
	"kartoteka/pipelines/kernel/charset"
)

// MaxRecord is the largest record in bytes, so that memory stays bounded when
// a file has no line ends or a quote stays open.
const MaxRecord = 8 << 20

// MaxUnpacked is the most that one part of a workbook may unpack to.
const MaxUnpacked = 2 << 30

// maxShared is the most that the texts of a workbook may unpack to, which are
// all held in memory.
const maxShared = 512 << 20

// chunkSize is what Next aims at: large enough to hide the cost of handing a
// chunk to another goroutine, small enough to keep many in flight.
const chunkSize = 256 << 10

// Settings say how a file is to be read. The zero value of each means: find out.
type Settings struct {
	Format    string           // csv fixed jsonl xlsx parquet xml
	Encoding  charset.Encoding // Unknown: found
	Delimiter byte             // 0: found
	NoHeader  bool             // the first record is data
	Names     []string         // column names given instead of a header
	Sheet     string           // xlsx: the only sheet when empty
	Element   string           // xml: the row element's local name
	Paths     []string         // jsonl, xml: the paths wanted, which become the columns
	Layout    *layout.Layout   // fixed
	Totals    string           // fixed: "warn" makes totals that differ a note
	Scan      Scan             // parquet: how batches are had
	PadShort  bool             // fixed: lines whose trailing blanks were cut are filled up

	KeepRagged bool // csv: records with a wrong number of fields are brought to the width of the header

	maxRecord int // tests make it small
}

func (s Settings) limit() int {
	if s.maxRecord > 0 {
		return s.maxRecord
	}
	return MaxRecord
}
