package cleanse

import (
	"fmt"
	"maps"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/email"
)

// disposableKey is the key of the reference of throw-away e-mail domains.
const disposableKey = "disposable_domains"

func (s *step) disposable() (config.Text, bool) {
	return s.project.Settings.Reference.Lookup(disposableKey)
}

// DisposableDomains reads reference files of throw-away e-mail domains, one a line.
func DisposableDomains(files []pipelines.InputFile) (map[string]struct{}, error) {
	all := map[string]struct{}{}
	for _, f := range files {
		text, err := readText(f)
		if err != nil {
			return nil, fmt.Errorf("read the reference of throw-away domains: %w", err)
		}
		maps.Copy(all, email.Domains(text))
	}
	return all, nil
}

// addDisposable puts the domains of the project's reference beside those of its rules.
func (s *step) addDisposable(r *pipelines.Run, settings []*setting) error {
	glob, ok := s.disposable()
	if !ok {
		return nil
	}
	domains, err := DisposableDomains(r.Files[glob.Value])
	if err != nil {
		return err
	}
	for _, x := range settings {
		maps.Copy(x.emails.Disposable, domains)
	}
	return nil
}
