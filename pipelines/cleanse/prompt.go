package cleanse

import (
	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/email"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/name"
)

// Kernels are the kernels set up outside a run, as a cleanse step without options of
// its own has them. They may be shared by goroutines.
type Kernels struct {
	Words     empty.Words
	Addresses *address.Parser
	Names     *name.Parser
	Emails    email.Reader
}

// KernelsOf sets the kernels up with the settings of a project, which may be zero:
// its empty words and its rules under cleanse:. postcodes are reference files, which
// may be none; country is that of reference rows without one.
func KernelsOf(s config.Settings, postcodes []pipelines.InputFile, country string) (*Kernels, error) {
	var rules Rules
	if s.Cleanse.Exists() {
		var p config.Problems
		config.Decode(s.Cleanse, &rules, &p)
		if rules.check(&p); len(p) > 0 {
			return nil, p
		}
	}
	words := empty.New(s.Empty...)
	names, err := name.New(rules.names(), words)
	if err != nil {
		return nil, err
	}
	options := address.Options{Rules: rules.addresses()}
	if len(postcodes) > 0 {
		if options.Gazetteer, err = Gazetteer(postcodes, country); err != nil {
			return nil, err
		}
	}
	return &Kernels{Words: words, Addresses: address.New(options), Names: names, Emails: rules.emails(words)}, nil
}
