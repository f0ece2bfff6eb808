package cleanse

import (
	"strings"
	"time"

	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/email"
	"kartoteka/pipelines/kernel/empty"
)

// tools are the kernels set up for one run; workers share them.
type tools struct {
	country        string
	words          empty.Words
	addresses      *address.Parser
	line           address.LineOptions
	emails         email.Reader
	phoneCountries []string
	keepPhone      bool
	keepEmail      bool
	asOf           time.Time
}

func (s *step) tools(r *pipelines.Run) (*tools, error) {
	o := s.options
	words := empty.New(append(append([]string(nil), s.project.Settings.Empty...), o.Empty...)...)
	gazetteer, err := s.gazetteer(r)
	if err != nil {
		return nil, err
	}
	disposable := map[string]struct{}{}
	for _, d := range o.Disposable {
		disposable[strings.ToLower(strings.TrimSpace(d))] = struct{}{}
	}
	return &tools{
		country:        strings.ToUpper(o.Country),
		words:          words,
		addresses:      address.New(address.Options{Gazetteer: gazetteer}),
		line:           address.LineOptions{FlatWord: o.AddressStyle == "m", DropUl: o.Street == "drop"},
		emails:         email.Reader{Words: words, Disposable: disposable},
		phoneCountries: o.PhoneCountries,
		keepPhone:      o.keeps("phone"),
		keepEmail:      o.keeps("email"),
		asOf:           r.AsOf,
	}, nil
}
