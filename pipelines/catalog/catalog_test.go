package catalog

import (
	"testing"

	"kartoteka/config"
)

func TestEveryStepIsDocumentedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range All() {
		if seen[s.Type] {
			t.Errorf("%s is listed twice", s.Type)
		}
		seen[s.Type] = true
		if s.Summary == "" || s.Doc == "" || s.Example == "" {
			t.Errorf("%s lacks a summary, a documentation or an example", s.Type)
		}
		for _, o := range config.Options(s.Options()) {
			if o.About == "" {
				t.Errorf("%s: the option %s says nothing about itself", s.Type, o.Key)
			}
		}
	}
}

func TestTheSchemaKnowsEveryStep(t *testing.T) {
	text, err := All().Schema().MarshalJSON()
	if err != nil || len(text) < 1000 {
		t.Errorf("%d bytes, %v", len(text), err)
	}
}
