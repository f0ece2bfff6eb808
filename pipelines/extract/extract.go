package extract

import (
	"context"
	"sort"

	"kartoteka/pipelines"
)

// Spec describes the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type:    "extract",
		Summary: "reads files into one table of canonical fields; what cannot be used becomes a reject",
		Doc:     documentation(),
		Example: example,
		Files:   exampleFiles(),
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

// Run reads the files, settles keys and books every row.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	target := s.name
	if s.fold != nil {
		target = s.events()
	}
	sources, err := s.load(ctx, r, target)
	if err != nil {
		return nil, err
	}
	if err := s.settle(ctx, r, sources); err != nil {
		return nil, err
	}
	accounts := s.book(r, sources)
	if s.o.Mode == "events" {
		earlier, err := s.addEarlier(ctx, r)
		if err != nil {
			return nil, err
		}
		accounts = append(accounts, earlier)
	}
	if s.watchesColumns() {
		if err := s.watchColumns(ctx, r, sources); err != nil {
			return nil, err
		}
	}
	return accounts, s.warn(ctx, r, sources)
}

// book records inputs and rejects, and gives one account per file. Without a
// file the account of the table stands for it.
func (s *step) book(r *pipelines.Run, sources []*source) []pipelines.Account {
	var accounts []pipelines.Account
	why := "same key"
	if s.fold != nil {
		why = "earlier event of the key"
	}
	for _, src := range sources {
		sort.SliceStable(src.rejects, func(i, j int) bool { return src.rejects[i].Row < src.rejects[j].Row })
		rejected := int64(len(src.rejects))
		r.Reject(src.rejects...)
		r.RecordInput(pipelines.InputRecord{Source: s.source, File: src.input.Name, SHA256: src.input.SHA256, Bytes: src.input.Bytes, Read: src.read, Accepted: src.read - rejected, Rejected: rejected})
		accounts = append(accounts, pipelines.Account{
			Subject: src.input.Name, In: src.read, Out: src.read - rejected - src.merged, Rejected: rejected, Merged: src.merged,
			Reasons: append(append(pipelines.RejectReasons(src.rejects), pipelines.Reasons(pipelines.KindMerged, map[string]int64{why: src.merged})...),
				pipelines.Reasons(pipelines.KindChanged, map[string]int64{"mended": src.mended})...),
		})
	}
	if accounts == nil {
		accounts = []pipelines.Account{{Subject: s.name}}
	}
	return accounts
}
