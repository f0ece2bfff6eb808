package read

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/charset"
)

// keepOfLong is how much is kept of a record that was given up for its length.
const keepOfLong = 4096

// cut is one record inside a block: its bytes without the line end, where it
// stands and why it cannot be split.
type cut struct {
	start, end int
	row, line  int64
	lines      int
	fault      string
}

// cutFunc finds the first record of b: its size with the line end, the number
// of lines it covers and a fault. ok is false when b must hold more first.
// No lines at all mean that the end of the line is not in sight and what
// remains of it is to be passed over.
type cutFunc func(b []byte, atEOF bool) (size, lines int, fault string, ok bool)

// blocks cuts a text file into blocks of whole records.
type blocks struct {
	name   string
	src    io.Reader
	closer io.Closer
	enc    charset.Encoding
	eol    byte
	cut    cutFunc
	limit  int
	isHead func(record []byte) bool // records that are not numbered

	buf   []byte
	eof   bool
	row   int64
	line  int64
	blank int64 // blank lines with a record behind them
	open  int64 // blank lines that may be the end of the file
	skip  bool  // inside a line that was given up
}

// openBlocks opens a text file, skips its byte order mark and turns UTF-16
// into UTF-8.
func openBlocks(path, name string, seen Survey, s Settings) (*blocks, []Note, error) {
	enc, notes, err := seen.encoding(name, s.Encoding)
	if err != nil {
		return nil, nil, err
	}
	if err := seen.checkText(name, enc); err != nil {
		return nil, nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("open %s: %w", name, bare(err))
	}
	b := &blocks{name: name, closer: f, src: f, enc: enc, limit: s.limit(), eol: '\n'}
	if skip := len(seen.Head) - len(charset.SkipBOM(seen.Head, enc)); skip > 0 {
		if _, err := f.Seek(int64(skip), io.SeekStart); err != nil {
			return nil, nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	if enc == charset.UTF16LE || enc == charset.UTF16BE {
		b.src = &utf16Reader{src: f, bigEndian: enc == charset.UTF16BE}
		b.enc = charset.UTF8
	}
	return b, notes, b.lineEnd()
}

// lineEnd settles on \n, or on \r for files of old Macintosh programs.
func (b *blocks) lineEnd() error {
	if err := b.fill(sampleSize); err != nil {
		return err
	}
	if bytes.IndexByte(b.buf, '\n') < 0 && bytes.IndexByte(b.buf, '\r') >= 0 {
		b.eol = '\r'
	}
	return nil
}

// fill reads until the buffer holds n bytes or the file ends.
func (b *blocks) fill(n int) error {
	if b.eof || len(b.buf) >= n {
		return nil
	}
	have := len(b.buf)
	grown := make([]byte, n)
	copy(grown, b.buf)
	for have < n {
		m, err := b.src.Read(grown[have:])
		have += m
		if errors.Is(err, io.EOF) {
			b.eof = true
			break
		}
		if err != nil {
			return fmt.Errorf("read %s: %w", b.name, err)
		}
	}
	b.buf = grown[:have]
	return nil
}

// next cuts up to max records of about chunkSize bytes. The block belongs to
// the caller.
func (b *blocks) next(max int) (block []byte, cuts []cut, err error) {
	want := chunkSize
	for {
		if err := b.fill(want); err != nil {
			return nil, nil, err
		}
		if len(b.buf) == 0 {
			return nil, nil, io.EOF
		}
		used := 0
		cuts, used = b.cutAll(max)
		if used > 0 {
			block = b.buf[:used:used]
			b.buf = append([]byte(nil), b.buf[used:]...)
			if len(cuts) == 0 { // blank lines only
				want = chunkSize
				continue
			}
			return block, cuts, nil
		}
		want = 2 * len(b.buf)
	}
}

// cutAll cuts the records that lie wholly in the buffer.
func (b *blocks) cutAll(max int) (cuts []cut, used int) {
	for used < len(b.buf) && len(cuts) < max {
		if b.skip {
			used += b.passOver(b.buf[used:])
			continue
		}
		size, lines, fault, ok := b.cut(b.buf[used:], b.eof)
		if !ok {
			break
		}
		c := cut{start: used, end: used + size, line: b.line + 1, lines: lines, fault: fault}
		used += size
		b.line += int64(lines)
		b.skip = lines == 0
		c.end = c.start + len(trimEnd(b.buf[c.start:c.end], b.eol))
		record := b.buf[c.start:c.end]
		if len(record) == 0 || (b.eof && used == len(b.buf) && len(record) == 1 && record[0] == 0x1A) {
			b.open++ // a blank line, or the end mark of DOS programs
			continue
		}
		b.blank, b.open = b.blank+b.open, 0
		if b.isHead == nil || !b.isHead(record) {
			b.row++
			c.row = b.row
		}
		cuts = append(cuts, c)
	}
	return cuts, used
}

// passOver drops what remains of a line that was given up.
func (b *blocks) passOver(rest []byte) int {
	at := bytes.IndexByte(rest, b.eol)
	if at < 0 {
		return len(rest)
	}
	b.skip = false
	b.line++
	return at + 1
}

// trimEnd drops the line end: \r\n, \n, or \r where that is the line end.
func trimEnd(b []byte, eol byte) []byte {
	if n := len(b); n > 0 && b[n-1] == eol {
		b = b[:n-1]
	}
	if n := len(b); n > 0 && b[n-1] == '\r' && eol == '\n' {
		b = b[:n-1]
	}
	return b
}

// cutLine is the cutFunc of formats where a record is a line.
func cutLine(limit int, eol byte) cutFunc {
	return func(b []byte, atEOF bool) (int, int, string, bool) {
		at := bytes.IndexByte(b, eol)
		switch {
		case at > limit || (at < 0 && len(b) > limit):
			return tooLong(b, at, limit)
		case at >= 0:
			return at + 1, 1, "", true
		case atEOF:
			return len(b), 1, "", true
		}
		return 0, 0, "", false
	}
}

// tooLong gives up a line longer than the limit, whose end is at at or, when
// negative, not in sight.
func tooLong(b []byte, at, limit int) (int, int, string, bool) {
	fault := fmt.Sprintf("too long: the record has more than %d bytes", limit)
	if at < 0 {
		return len(b), 0, fault, true
	}
	return at + 1, 1, fault, true
}

// decoder turns the records of one block into text. A block that is valid as a
// whole is converted once and its records are slices of it.
type decoder struct {
	enc   charset.Encoding
	block []byte
	whole string
	clean bool
}

func newDecoder(block []byte, enc charset.Encoding) *decoder {
	d := &decoder{enc: enc, block: block}
	if (enc == charset.UTF8 && utf8.Valid(block)) || isASCII(block) {
		d.whole, d.clean = string(block), true
	}
	return d
}

// text is the record's text; fault tells which byte cannot stand in it.
// Of a record that was too long only the beginning is kept.
func (d *decoder) text(c cut) (text, fault string) {
	if c.fault != "" && c.end-c.start > keepOfLong {
		return visible(d.block[c.start:c.start+keepOfLong], d.enc) + "...", ""
	}
	if d.clean {
		return d.whole[c.start:c.end], ""
	}
	raw := d.block[c.start:c.end]
	text, err := charset.Decode(raw, d.enc)
	if err == nil {
		return text, ""
	}
	var bad *charset.InvalidByteError
	if errors.As(err, &bad) {
		return visible(raw, d.enc), fmt.Sprintf("invalid bytes: byte %02X at position %d of the record is not valid %s", bad.Byte, bad.Offset+1, d.enc)
	}
	return visible(raw, d.enc), "invalid bytes: " + err.Error()
}

// visible decodes what can be decoded and writes every other byte as \xNN.
func visible(raw []byte, enc charset.Encoding) string {
	var b strings.Builder
	for len(raw) > 0 {
		size := 1
		if enc == charset.UTF8 {
			_, size = utf8.DecodeRune(raw)
		}
		if text, err := charset.Decode(raw[:size], enc); err == nil {
			b.WriteString(text)
		} else {
			fmt.Fprintf(&b, `\x%02X`, raw[0])
		}
		raw = raw[size:]
	}
	return b.String()
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
