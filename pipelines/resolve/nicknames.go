package resolve

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name"
)

// NicknameFiles tells the project's reference file of short forms of given
// names as a pattern of a step; none without one.
func NicknameFiles(step string, project *config.Project) []pipelines.Pattern {
	if project == nil {
		return nil
	}
	if glob, ok := project.Settings.Reference.Lookup("nicknames"); ok {
		return []pipelines.Pattern{{Source: step, Glob: glob}}
	}
	return nil
}

// Nicknames reads the project's reference of short forms; nil without one. A
// file has a header: name1, relationship, name2, where the first is the full
// name and the relationship has_nickname; or name and nickname. Commas,
// semicolons and tabs separate.
func Nicknames(r *pipelines.Run) (*name.Nicknames, error) {
	if r.Project == nil {
		return nil, nil
	}
	glob, ok := r.Project.Settings.Reference.Lookup("nicknames")
	if !ok {
		return nil, nil
	}
	return ReadNicknames(r.Files[glob.Value])
}

// ReadNicknames reads reference files of short forms.
func ReadNicknames(files []pipelines.InputFile) (*name.Nicknames, error) {
	var pairs []name.Nickname
	for _, f := range files {
		more, err := readNicknames(f)
		if err != nil {
			return nil, err
		}
		pairs = append(pairs, more...)
	}
	return name.NewNicknames(pairs), nil
}

func readNicknames(f pipelines.InputFile) ([]name.Nickname, error) {
	text, err := os.ReadFile(f.Path)
	if err != nil {
		return nil, fmt.Errorf("read the reference of nicknames %s: it cannot be opened", f.Name)
	}
	rows := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(text), "\ufeff")))
	rows.FieldsPerRecord, rows.TrimLeadingSpace = -1, true
	if first, _, _ := strings.Cut(string(text), "\n"); !strings.Contains(first, ",") {
		if rows.Comma = ';'; strings.Contains(first, "\t") {
			rows.Comma = '\t'
		}
	}
	header, err := rows.Read()
	if err != nil {
		return nil, fmt.Errorf("read the reference of nicknames %s: no header; the first line names the columns name and nickname", f.Name)
	}
	full, short, relation := -1, -1, -1
	for i, column := range header {
		switch fold.Key(column) {
		case "name", "name1", "fullname", "imie", "pelneimie":
			full = i
		case "nickname", "name2", "shortform", "zdrobnienie", "skrot":
			short = i
		case "relationship":
			relation = i
		}
	}
	if full < 0 || short < 0 {
		return nil, fmt.Errorf("read the reference of nicknames %s: the header names no name or no nickname; call the columns name and nickname, or name1, relationship and name2", f.Name)
	}
	var pairs []name.Nickname
	for {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return pairs, nil
		}
		if err != nil {
			return nil, fmt.Errorf("read the reference of nicknames %s: %w", f.Name, err)
		}
		if max(full, short) >= len(row) || relation >= 0 && relation < len(row) && fold.Key(row[relation]) != "hasnickname" {
			continue
		}
		pairs = append(pairs, name.Nickname{Short: row[short], Full: row[full]})
	}
}
