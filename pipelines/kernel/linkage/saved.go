package linkage

import (
	"encoding/json"
	"fmt"
	"math"
)

// A Model is what linking learned: enough to score pairs of another table, or of
// the same table on another day, the same way.
type Model struct {
	Version int       `json:"version"`
	Rows    int       `json:"rows"`      // of the table it was trained on
	Prior   float64   `json:"prior"`     // share of pairs of one person among all pairs of rows
	House   float64   `json:"household"` // share of pairs of two people of one household
	Fields  []Weights `json:"fields"`
}

// Weights are the levels of one field, the closest first.
type Weights struct {
	Field  string   `json:"field"`
	Fixed  bool     `json:"fixed,omitempty"` // training leaves the field as it is
	Levels []Weight `json:"levels"`
}

// Weight is one level: its probability among pairs of one person (m), of
// strangers (u) and of two people of one household (h).
type Weight struct {
	Level string  `json:"level"`
	M     float64 `json:"m"`
	U     float64 `json:"u"`
	H     float64 `json:"h"`
}

// modelVersion changes when a saved model can no longer be read.
const modelVersion = 1

// ParseModel reads a model as Bytes writes it. Every field and level must be one
// that linking knows, and every probability must lie between 0 and 1.
func ParseModel(text []byte) (*Model, error) {
	var m Model
	if err := json.Unmarshal(text, &m); err != nil {
		return nil, fmt.Errorf("read the model: %w", err)
	}
	if m.Version != modelVersion {
		return nil, fmt.Errorf("read the model: version %d, expected %d; train it anew", m.Version, modelVersion)
	}
	for _, f := range m.Fields {
		for _, l := range f.Levels {
			for _, p := range []float64{l.M, l.U, l.H} {
				if !(p >= 0 && p <= 1) {
					return nil, fmt.Errorf("read the model: %s, level %q: %v is no probability; write a number between 0 and 1", f.Field, l.Level, p)
				}
			}
		}
	}
	return &m, nil
}

// Bytes writes the model as indented JSON, the same text for the same model.
func (m *Model) Bytes() []byte {
	text, err := json.MarshalIndent(m, "", "  ")
	if err != nil { // only numbers that are no numbers cannot be written
		panic(err)
	}
	return append(text, '\n')
}

// save copies what was learned.
func (m *model) save(rows int) *Model {
	out := &Model{Version: modelVersion, Rows: rows, Prior: significant(m.prior), House: significant(m.house)}
	for i := range m.comparisons {
		c := &m.comparisons[i]
		w := Weights{Field: c.name, Fixed: c.fixed}
		for _, l := range c.levels[1:] {
			w.Levels = append(w.Levels, Weight{l.name, significant(l.m), significant(l.u), significant(l.h)})
		}
		out.Fields = append(out.Fields, w)
	}
	return out
}

// significant keeps nine digits, which is more than a table can teach.
func significant(x float64) float64 {
	if x <= 0 {
		return 0
	}
	scale := math.Pow(10, 9-math.Ceil(math.Log10(x)))
	return math.Round(x*scale) / scale
}

// load takes over the weights of a saved model; fields that the model lacks keep
// their defaults, and fields that this table lacks are passed over.
func (m *model) load(saved *Model) error {
	if saved.Prior > 0 {
		m.prior, m.house = saved.Prior, max(saved.House, tiny)
		if saved.Rows > 1 && m.rows > 1 { // a table twice as large has half the share of true pairs
			m.prior *= float64(saved.Rows) / float64(m.rows)
			m.house *= float64(saved.Rows) / float64(m.rows)
		}
	}
	for _, w := range saved.Fields {
		for i := range m.comparisons {
			c := &m.comparisons[i]
			if c.name != w.Field {
				continue
			}
			c.fixed = w.Fixed
			for _, from := range w.Levels {
				to := c.level(from.Level)
				if to == nil {
					return fmt.Errorf("read the model: %s has no level %q", w.Field, from.Level)
				}
				to.m, to.u, to.h = from.M, from.U, from.H
			}
		}
	}
	return nil
}

// level finds a level by its name.
func (c *comparison) level(name string) *level {
	for i := range c.levels[1:] {
		if c.levels[i+1].name == name {
			return &c.levels[i+1]
		}
	}
	return nil
}
