package snapshot

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"github.com/xitongsys/parquet-go/compress"
	"github.com/xitongsys/parquet-go/layout"
	"github.com/xitongsys/parquet-go/parquet"
	"github.com/xitongsys/parquet-go/reader"
	"github.com/xitongsys/parquet-go/source"
)

// The independent reader finds footers, pages and their bytes; their values are decoded here, since the reader's own
// decoding boxes every value and hides pages that it cannot read. Only what format v1 allows is accepted: plain values,
// or a plain dictionary and run-length encoded indexes into it
// (https://parquet.apache.org/docs/file-format/data-pages/encodings/).

var errDamaged = errors.New("a page is damaged")

// column reads one column of a file, chunk by chunk.
type columnReader struct {
	r     *reader.ParquetReader
	file  *parquetFile
	index int // of the column
	typ   parquet.Type
}

// page is one decoded data page: a value's number in the dictionary for every row, -1 for NULL; or the values in a
// dictionary of their own, numbered in their order.
type page struct {
	rows    []int32
	numbers []int64  // the dictionary of a column of numbers, doubles as their bits
	texts   [][]byte // the dictionary of a column of text
}

// each calls f for every data page.
func (c columnReader) each(f func(page)) error {
	for _, group := range c.r.Footer.GetRowGroups() {
		if c.index >= len(group.GetColumns()) {
			return errDamaged
		}
		if err := c.chunk(group.GetColumns()[c.index].MetaData, f); err != nil {
			return err
		}
	}
	return nil
}

func (c columnReader) chunk(meta *parquet.ColumnMetaData, f func(page)) error {
	if meta == nil {
		return errDamaged
	}
	offset := meta.DataPageOffset
	if meta.DictionaryPageOffset != nil {
		offset = min(offset, *meta.DictionaryPageOffset)
	}
	file, err := c.file.Open("")
	if err != nil {
		return err
	}
	transport := source.ConvertToThriftReader(file, offset, min(meta.TotalCompressedSize, 1<<20))
	var dictionary page
	for read := int64(0); read < meta.NumValues; {
		raw, err := layout.ReadPageRawData(transport, c.r.SchemaHandler, meta)
		if err != nil {
			return errDamaged
		}
		data, err := compress.Uncompress(raw.RawData, meta.Codec)
		if err != nil || len(data) != int(raw.Header.UncompressedPageSize) {
			return errDamaged
		}
		if head := raw.Header.DictionaryPageHeader; head != nil {
			if dictionary, err = c.plain(data, int(head.NumValues)); err != nil {
				return err
			}
			continue
		}
		head := raw.Header.DataPageHeader
		if head == nil {
			return errors.New("a page is not of format v1")
		}
		p, err := c.data(data, head, dictionary, raw.Schema.GetRepetitionType() == parquet.FieldRepetitionType_OPTIONAL)
		if err != nil {
			return err
		}
		f(p)
		read += int64(head.NumValues)
	}
	return nil
}

// data decodes a data page: which rows have a value, then the values.
func (c columnReader) data(data []byte, head *parquet.DataPageHeader, dictionary page, optional bool) (page, error) {
	n := int(head.NumValues)
	rows := make([]int32, n)
	values := n
	if optional {
		if len(data) < 4 {
			return page{}, errDamaged
		}
		size := int(binary.LittleEndian.Uint32(data))
		if size < 0 || size > len(data)-4 {
			return page{}, errDamaged
		}
		if err := hybrid(data[4:4+size], 1, rows); err != nil {
			return page{}, err
		}
		data, values = data[4+size:], 0
		for _, r := range rows {
			values += int(r)
		}
	} else {
		for i := range rows {
			rows[i] = 1
		}
	}
	out := dictionary
	found := make([]int32, values)
	switch head.Encoding {
	case parquet.Encoding_PLAIN:
		p, err := c.plain(data, values)
		if err != nil {
			return page{}, err
		}
		out = p
		for i := range found {
			found[i] = int32(i)
		}
	case parquet.Encoding_RLE_DICTIONARY, parquet.Encoding_PLAIN_DICTIONARY:
		if values > 0 {
			if len(data) == 0 || data[0] > 32 {
				return page{}, errDamaged
			}
			if err := hybrid(data[1:], int(data[0]), found); err != nil {
				return page{}, err
			}
		}
		for _, v := range found {
			if v < 0 || int(v) >= max(len(out.numbers), len(out.texts)) {
				return page{}, errDamaged
			}
		}
	default:
		return page{}, fmt.Errorf("encoding %v is not of format v1", head.Encoding)
	}
	next := 0
	for i, r := range rows {
		if r == 0 {
			rows[i] = -1
			continue
		}
		rows[i] = found[next]
		next++
	}
	out.rows = rows
	return out, nil
}

// plain decodes n plain values.
func (c columnReader) plain(data []byte, n int) (page, error) {
	width := map[parquet.Type]int{parquet.Type_INT32: 4, parquet.Type_INT64: 8, parquet.Type_DOUBLE: 8}[c.typ]
	switch {
	case width > 0:
		if n < 0 || len(data) < n*width {
			return page{}, errDamaged
		}
		out := make([]int64, n)
		for i := range out {
			if width == 4 {
				out[i] = int64(int32(binary.LittleEndian.Uint32(data[4*i:])))
			} else {
				out[i] = int64(binary.LittleEndian.Uint64(data[8*i:]))
			}
		}
		return page{numbers: out}, nil
	case c.typ == parquet.Type_BOOLEAN:
		if n < 0 || len(data) < (n+7)/8 {
			return page{}, errDamaged
		}
		out := make([]int64, n)
		for i := range out {
			out[i] = int64(data[i/8] >> (i % 8) & 1)
		}
		return page{numbers: out}, nil
	case c.typ == parquet.Type_BYTE_ARRAY:
		out := make([][]byte, n)
		for i := range out {
			if len(data) < 4 {
				return page{}, errDamaged
			}
			size := int(binary.LittleEndian.Uint32(data))
			if size < 0 || size > len(data)-4 {
				return page{}, errDamaged
			}
			out[i], data = data[4:4+size], data[4+size:]
		}
		return page{texts: out}, nil
	}
	return page{}, fmt.Errorf("physical type %v is not known here", c.typ)
}

// hybrid decodes len(out) numbers of the run-length and bit-packing hybrid encoding.
func hybrid(data []byte, width int, out []int32) error {
	for at := 0; at < len(out); {
		header, used := binary.Uvarint(data)
		if used <= 0 {
			return errDamaged
		}
		data = data[used:]
		bytes := (width + 7) / 8
		if header&1 == 0 { // one value, repeated
			if len(data) < bytes || header>>1 == 0 {
				return errDamaged
			}
			var v uint32
			for i := range bytes {
				v |= uint32(data[i]) << (8 * i)
			}
			data = data[bytes:]
			run := min(len(out)-at, int(min(header>>1, math.MaxInt32)))
			for i := range run {
				out[at+i] = int32(v)
			}
			at += run
			continue
		}
		groups := int(min(header>>1, math.MaxInt32))
		if groups == 0 {
			return errDamaged
		}
		var bits uint64
		have, next := 0, 0
		for i := 0; i < groups*8 && at < len(out); i++ {
			for have < width {
				if next >= len(data) {
					return errDamaged
				}
				bits |= uint64(data[next]) << have
				have += 8
				next++
			}
			out[at] = int32(bits & (1<<width - 1))
			bits >>= width
			have -= width
			at++
		}
		data = data[min(len(data), max(next, groups*width)):]
	}
	return nil
}
