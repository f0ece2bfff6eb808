package main

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
)

// token is a labelled word of a text.
type token struct{ label, text string }

// readTagged reads a collection of texts whose words stand in elements named by
// their label: <Collection><Item><Label>word</Label> ...</Item></Collection>. What
// stands between the elements belongs to the text alone.
func readTagged(path string) (items [][]token, raws []string, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, fmt.Errorf("read labelled texts: %w", err)
	}
	defer f.Close()
	d := xml.NewDecoder(f)
	depth, label := 0, ""
	var item []token
	var raw, word strings.Builder
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return items, raws, nil
		}
		if err != nil {
			return nil, nil, fmt.Errorf("read labelled texts: %w", err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth == 2 {
				item = nil
				raw.Reset()
			} else if depth == 3 {
				label = t.Name.Local
				word.Reset()
			}
		case xml.CharData:
			if depth >= 2 {
				raw.Write(t)
			}
			if depth == 3 {
				word.Write(t)
			}
		case xml.EndElement:
			if depth == 3 {
				item = append(item, token{label, strings.TrimSpace(word.String())})
			} else if depth == 2 {
				items, raws = append(items, item), append(raws, strings.Join(strings.Fields(raw.String()), " "))
			}
			depth--
		}
	}
}
