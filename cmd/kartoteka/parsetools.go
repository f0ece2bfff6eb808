package main

import (
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"kartoteka/cmd/kartoteka/parse"
	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/cleanse"
	"kartoteka/pipelines/kernel/email"
)

// parseTools sets the kernels up, with what the flags name or else the project has.
func (m *Main) parseTools(f parseFlags) (*parse.Tools, string, error) {
	settings, files, err := m.parseProject()
	if err != nil {
		return nil, "", err
	}
	country := settings.Country
	if f.country != "" {
		if country = parse.CountryOf(f.country); country == "" {
			return nil, "", usage(fmt.Errorf("--country %q is not known; write its ISO code, such as PL, US or DE", f.country))
		}
	}
	if f.postcodes != "" {
		files = []pipelines.InputFile{{Name: f.postcodes, Path: m.path(f.postcodes)}}
	}
	kernels, err := cleanse.KernelsOf(settings, files, country)
	if err != nil {
		return nil, "", err
	}
	if f.disposable != "" {
		text, err := os.ReadFile(m.path(f.disposable))
		if err != nil {
			return nil, "", usage(fmt.Errorf("--disposable: %s cannot be read", f.disposable))
		}
		for domain := range email.Domains(string(text)) {
			kernels.Emails.Disposable[domain] = struct{}{}
		}
	}
	return &parse.Tools{Kernels: kernels}, country, nil
}

// parseProject gives the settings of the project and its reference of postcodes;
// nothing outside of one. A project with mistakes is an error only when it was named.
func (m *Main) parseProject() (config.Settings, []pipelines.InputFile, error) {
	dir, err := m.findProject()
	if err != nil && m.project == "" {
		return config.Settings{}, nil, nil
	}
	if err != nil {
		return config.Settings{}, nil, err
	}
	p, problems := config.Load(dir, m.Env)
	if len(problems) > 0 {
		if m.project != "" {
			return config.Settings{}, nil, problems
		}
		fmt.Fprintf(m.Stderr, "note: the project here has mistakes (see kartoteka check); parse goes on without its settings\n")
		return config.Settings{}, nil, nil
	}
	glob, ok := p.Settings.Reference.Lookup("postcodes")
	if !ok {
		return p.Settings, nil, nil
	}
	paths, err := doublestar.FilepathGlob(p.Resolve(glob.Value), doublestar.WithFilesOnly())
	if err != nil {
		return config.Settings{}, nil, fmt.Errorf("reference postcodes: the pattern %q: %w", glob.Value, err)
	}
	sort.Strings(paths)
	var files []pipelines.InputFile
	for _, path := range paths {
		files = append(files, pipelines.InputFile{Name: filepath.ToSlash(strings.TrimPrefix(path, p.Dir+string(filepath.Separator))), Path: path})
	}
	return p.Settings, files, nil
}
