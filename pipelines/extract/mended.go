package extract

import (
	"fmt"
	"maps"
	"os"
	"slices"

	"github.com/bmatcuk/doublestar/v4"

	"kartoteka/pipelines"
	"kartoteka/pipelines/extract/mend"
	"kartoteka/pipelines/extract/read"
)

// fixes are the corrections that people made to rejected rows of the source.
func (s *step) fixes(r *pipelines.Run) (map[string]mend.Fix, error) {
	name := mend.FileOf(s.source)
	for _, f := range r.Files[name] {
		text, err := os.ReadFile(f.Path)
		if err != nil {
			return nil, fmt.Errorf("read the corrections: %s cannot be read", f.Name)
		}
		lines, err := mend.Parse(f.Name, text)
		if err != nil {
			return nil, err
		}
		return mend.Fixes(lines, s.source), nil
	}
	return nil, nil
}

// mend looks up what a person said about a record that has faults. It gives the
// record with the corrected cells when it can be used, else the reject.
func (m *mapper) mend(r *read.Record, faults []string, out *batch) (*read.Record, pipelines.Reject) {
	reject := pipelines.Reject{Source: m.step.source, File: m.file.Name, Row: r.Row, Raw: m.rejected(r), Reasons: faults}
	cells := m.cut(r)
	if m.fixes != nil {
		record := mend.Identity(reject.Raw)
		fix, spoken := m.fixes[record]
		if spoken {
			out.met = append(out.met, record)
		}
		switch {
		case spoken && fix.Drop:
			reject.Reasons = append([]string{mend.Discarded}, faults...)
		case spoken:
			fixed, missing := m.corrected(r, cells, fix)
			if missing != "" {
				reject.Reasons = append(slices.Clone(faults), "the correction names a column that the file has no more: "+missing)
				break
			}
			_, _, still := m.values(fixed, make([]value, len(m.step.columns)))
			if still == nil {
				out.mended++
				return fixed, reject
			}
			reject.Reasons, cells = still, fixed.Cells
		}
	}
	reject.Cells = string((&read.Record{Cells: cells}).Raw(nil, m.columns))
	return nil, reject
}

// cut gives the cells of a record, blank where it could not be cut.
func (m *mapper) cut(r *read.Record) []string {
	if r.Cells != nil {
		return r.Cells
	}
	cells := make([]string, len(m.columns))
	copy(cells, r.Cut)
	return cells
}

// corrected is the record with corrected cells; what a person typed is text.
func (m *mapper) corrected(r *read.Record, cells []string, fix mend.Fix) (fixed *read.Record, missing string) {
	fixed = &read.Record{Row: r.Row, Line: r.Line, Cells: slices.Clone(cells), Kinds: slices.Clone(r.Kinds)}
	for _, column := range slices.Sorted(maps.Keys(fix.Cells)) {
		i, ok := m.index[column]
		if !ok {
			return nil, column
		}
		fixed.Cells[i] = fix.Cells[column]
		if fixed.Kinds != nil {
			fixed.Kinds[i] = read.Text
		}
	}
	return fixed, ""
}

// asRead is the record whose text becomes raw: as the file has it where it could
// be cut, else as corrected.
func asRead(read, used *read.Record) *read.Record {
	if read.Faults == nil {
		return read
	}
	return used
}

// duplicate is the reject of a row whose key stands in another one. A person may
// have dropped it.
func (s *step) duplicate(src *source, row int64, raw, where string) pipelines.Reject {
	reject := pipelines.Reject{Source: s.source, File: src.input.Name, Row: row, Raw: raw, Reasons: []string{mend.Duplicate + ": it stands already in " + where}}
	if record := mend.Identity(raw); src.fixes[record].Drop {
		src.met[record] = true
		reject.Reasons = append([]string{mend.Discarded}, reject.Reasons...)
	}
	if s.format != "jsonl" && s.format != "xml" {
		reject.Cells = raw // JSON by column
	}
	return reject
}

// noticeMended tells of corrections that speak of no record any more: the source
// delivers those rows otherwise. Events that are not delivered again are settled.
func (s *step) noticeMended(r *pipelines.Run, sources []*source) error {
	fixes, err := s.fixes(r)
	if err != nil {
		return err
	}
	var stale int64
	for record, fix := range fixes {
		if mine, err := doublestar.Match(s.o.Files.Value, fix.File); err != nil || !mine {
			continue
		}
		met, there := false, false
		for _, src := range sources {
			met = met || src.met[record]
			there = there || src.input.Name == fix.File
		}
		if !met && (there || s.o.Mode != "events") {
			stale++
		}
	}
	if stale > 0 {
		r.Notice("mended_stale", fmt.Sprintf("%s: %d corrected or dropped records of %s apply to no rejected row any more; the source delivers those rows otherwise, or not at all", s.source, stale, mend.FileOf(s.source)))
	}
	return nil
}
