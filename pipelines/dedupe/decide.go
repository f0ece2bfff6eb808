package dedupe

import (
	"fmt"
	"os"

	"kartoteka/pipelines"
	"kartoteka/pipelines/dedupe/review"
	"kartoteka/pipelines/kernel/linkage"
)

// decisions are what people said about pairs of rows. Pairs of which a row is no
// longer there say nothing tonight and stay in their file.
func (s *step) decisions(r *pipelines.Run, in *rows) ([]linkage.Decision, error) {
	var out []linkage.Decision
	for _, f := range r.Files[s.o.Decisions.Value] {
		text, err := os.ReadFile(f.Path)
		if err != nil {
			return nil, fmt.Errorf("read the decisions of %s: it cannot be read", f.Name)
		}
		list, err := review.Parse(f.Name, text)
		if err != nil {
			return nil, err
		}
		at := in.byKey(list)
		for _, d := range list {
			if d.Decision == review.Unsure {
				continue
			}
			for _, a := range at[d.A] {
				for _, b := range at[d.B] {
					if a != b {
						out = append(out, linkage.Decision{A: a, B: b, Same: d.Decision == review.Same})
					}
				}
			}
		}
	}
	return out, nil
}

// byKey finds the rows that decisions name.
func (o *rows) byKey(list []review.Decision) map[review.Row][]uint32 {
	at := make(map[review.Row][]uint32, 2*len(list))
	for _, d := range list {
		at[d.A], at[d.B] = nil, nil
	}
	if len(at) == 0 {
		return at
	}
	source, key := o.text["source"], o.text["source_key"]
	for row := range uint32(o.n) {
		name := review.Row{Source: source.Text(row), Key: key.Text(row)}
		if found, wanted := at[name]; wanted && name.Key != "" {
			at[name] = append(found, row)
		}
	}
	return at
}
