package main

import (
	"fmt"
	"maps"
	"path/filepath"
	"sort"
	"strings"

	"github.com/bmatcuk/doublestar/v4"

	"kartoteka/cmd/kartoteka/parse"
	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/cleanse"
	"kartoteka/pipelines/resolve"
)

// references are the reference files of a project, or those that flags name.
type references struct{ postcodes, nicknames, disposable []pipelines.InputFile }

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
		files.postcodes = []pipelines.InputFile{{Name: f.postcodes, Path: m.path(f.postcodes)}}
	}
	if f.nicknames != "" {
		files.nicknames = []pipelines.InputFile{{Name: f.nicknames, Path: m.path(f.nicknames)}}
	}
	if f.disposable != "" {
		files.disposable = []pipelines.InputFile{{Name: f.disposable, Path: m.path(f.disposable)}}
	}
	tools := &parse.Tools{}
	if tools.Kernels, err = cleanse.KernelsOf(settings, files.postcodes, country); err != nil {
		return nil, "", err
	}
	if tools.Nicknames, err = resolve.ReadNicknames(files.nicknames); err != nil {
		return nil, "", err
	}
	domains, err := cleanse.DisposableDomains(files.disposable)
	if err != nil {
		return nil, "", err
	}
	maps.Copy(tools.Emails.Disposable, domains)
	return tools, country, nil
}

// parseProject gives the settings of the project and its reference files; nothing
// outside of one. A project with mistakes is an error only when it was named.
func (m *Main) parseProject() (config.Settings, references, error) {
	dir, err := m.findProject()
	if err != nil && m.project == "" {
		return config.Settings{}, references{}, nil
	}
	if err != nil {
		return config.Settings{}, references{}, err
	}
	p, problems := config.Load(dir, m.Env)
	if len(problems) > 0 {
		if m.project != "" {
			return config.Settings{}, references{}, problems
		}
		fmt.Fprintf(m.Stderr, "note: the project here has mistakes (see kartoteka check); parse goes on without its settings\n")
		return config.Settings{}, references{}, nil
	}
	var files references
	if files.postcodes, err = referenceFiles(p, "postcodes"); err == nil {
		files.nicknames, err = referenceFiles(p, "nicknames")
	}
	if err == nil {
		files.disposable, err = referenceFiles(p, "disposable_domains")
	}
	return p.Settings, files, err
}

// referenceFiles lists the files of a reference of the project.
func referenceFiles(p *config.Project, key string) ([]pipelines.InputFile, error) {
	glob, ok := p.Settings.Reference.Lookup(key)
	if !ok {
		return nil, nil
	}
	paths, err := doublestar.FilepathGlob(p.Resolve(glob.Value), doublestar.WithFilesOnly())
	if err != nil {
		return nil, fmt.Errorf("reference %s: the pattern %q: %w", key, glob.Value, err)
	}
	sort.Strings(paths)
	var files []pipelines.InputFile
	for _, path := range paths {
		files = append(files, pipelines.InputFile{Name: filepath.ToSlash(strings.TrimPrefix(path, p.Dir+string(filepath.Separator))), Path: path})
	}
	return files, nil
}
