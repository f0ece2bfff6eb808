package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"kartoteka/pipelines/kernel/charset"
)

const sampleSize = 64 << 10

// Survey is what is known of a file before it is read.
type Survey struct {
	Size   int64
	Head   []byte // the first 64 KB
	Sample []byte // Head and, when it is pure ASCII, later lines that are not
}

// Inspect looks at the beginning of a file and, when that is pure ASCII and no
// encoding is declared, at the rest of it: a file whose first accented letter
// stands far down must not be taken for another encoding.
func Inspect(ctx context.Context, path, name string, declared charset.Encoding) (s Survey, err error) {
	f, err := os.Open(path)
	if err != nil {
		return Survey{}, fmt.Errorf("open %s: %w", name, bare(err))
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return Survey{}, fmt.Errorf("open %s: %w", name, bare(err))
	}
	s.Size = info.Size()
	block := make([]byte, 4*sampleSize)
	for high := -1; high < 0 || (high < enoughHigh && declared == charset.Unknown); {
		if err := ctx.Err(); err != nil {
			return Survey{}, err
		}
		n, err := io.ReadFull(f, block)
		high = s.take(block[:n], max(high, 0))
		if err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		}
		if err != nil {
			return Survey{}, fmt.Errorf("read %s: %w", name, bare(err))
		}
	}
	return s, nil
}

// bare is the cause without the path of this machine.
func bare(err error) error {
	var pe *os.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}

// enoughHigh is how many bytes above 7F name an encoding for sure.
const enoughHigh = 2000

// take adds a block to the sample and counts its bytes above 7F.
func (s *Survey) take(block []byte, high int) int {
	if s.Head == nil {
		s.Head = append([]byte{}, block[:min(len(block), sampleSize)]...)
		s.Sample = s.Head
		high = countHigh(s.Head)
		block = block[len(s.Head):]
	}
	for high < enoughHigh && len(block) > 0 {
		part := block[:min(len(block), sampleSize)]
		block = block[len(part):]
		n := countHigh(part)
		if n == 0 {
			continue
		}
		if cut := bytes.IndexByte(part, '\n'); cut >= 0 {
			part = part[cut+1:]
		}
		high += n
		s.Sample = append(append(s.Sample[:len(s.Sample):len(s.Sample)], '\n'), part...)
	}
	return high
}

func countHigh(b []byte) int {
	n := 0
	for _, c := range b {
		if c >= 0x80 {
			n++
		}
	}
	return n
}

// encoding is the declared encoding, or the one found. A declared one that a
// byte order mark contradicts is an error, one that the text contradicts a note.
func (s Survey) encoding(name string, declared charset.Encoding) (charset.Encoding, []Note, error) {
	found := charset.Detect(s.Sample)
	if declared == charset.Unknown {
		return found, nil, nil
	}
	marked := len(charset.SkipBOM(s.Head, found)) < len(s.Head)
	switch {
	case marked && found != declared:
		return found, nil, &Error{File: name, What: fmt.Sprintf("the file begins with the byte order mark of %s, but encoding: %s is declared", found, declared),
			Remedy: fmt.Sprintf("write encoding: %s or leave it out", found)}
	case found == charset.UTF8 && declared != charset.UTF8 && countHigh(s.Sample) > 0:
		return declared, []Note{{"encoding_doubtful", fmt.Sprintf("%s: declared as %s, but its text is valid utf-8; letters may come out wrong", name, declared)}}, nil
	}
	return declared, nil, nil
}

// magic names formats that are taken for text by mistake.
func (s Survey) magic() (what, remedy string) {
	switch h := s.Head; {
	case bytes.HasPrefix(h, []byte("PK\x03\x04")):
		return "a workbook or a zip archive", "write format: xlsx, or unpack it"
	case bytes.HasPrefix(h, []byte("PAR1")):
		return "a Parquet file", "write format: parquet"
	case bytes.HasPrefix(h, []byte{0xD0, 0xCF, 0x11, 0xE0}):
		return "an old (.xls) or encrypted Office file", "save it as .xlsx without a password"
	case bytes.HasPrefix(h, []byte{0x1F, 0x8B}):
		return "compressed with gzip", "unpack it first"
	case bytes.HasPrefix(h, []byte("%PDF")):
		return "a PDF document", "ask for the data as csv or xlsx"
	}
	return "", ""
}

// checkText refuses files that are no text in the encoding.
func (s Survey) checkText(name string, enc charset.Encoding) error {
	if what, remedy := s.magic(); what != "" {
		return &Error{File: name, What: "the file is " + what + ", not text", Remedy: remedy}
	}
	if enc == charset.UTF16LE || enc == charset.UTF16BE {
		return nil
	}
	if at := bytes.IndexByte(s.Head, 0); at >= 0 && bytes.Count(s.Head, []byte{0})*100 > len(s.Head) {
		return &Error{File: name, What: fmt.Sprintf("the file is binary (a zero byte at offset %d), not text", at), Remedy: "check what the system exported"}
	}
	return nil
}
