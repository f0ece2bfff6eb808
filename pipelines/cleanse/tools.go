package cleanse

import (
	"time"

	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/address"
)

// tools are the kernels set up for one run; workers share them.
type tools struct {
	settings       []*setting // by table of from:
	addresses      *address.Parser
	line           address.LineOptions
	upper          bool // names and addresses in capitals
	salutation     *Salutation
	phoneCountries []string
	keepPhone      bool
	keepEmail      bool
	asOf           time.Time
}

func (s *step) tools(r *pipelines.Run) (*tools, error) {
	o := s.options
	gazetteer, err := s.gazetteer(r)
	if err != nil {
		return nil, err
	}
	settings, err := o.settings(s.project.Settings.Empty)
	if err != nil {
		return nil, err
	}
	if err := s.addDisposable(r, settings); err != nil {
		return nil, err
	}
	return &tools{
		settings:       settings,
		addresses:      address.New(address.Options{Gazetteer: gazetteer, Rules: o.addresses()}),
		line:           address.LineOptions{FlatWord: o.AddressStyle == "m", DropUl: o.Street == "drop"},
		upper:          o.Casing == "upper",
		salutation:     o.Salutation,
		phoneCountries: o.PhoneCountries,
		keepPhone:      o.keeps("phone"),
		keepEmail:      o.keeps("email"),
		asOf:           r.AsOf,
	}, nil
}
