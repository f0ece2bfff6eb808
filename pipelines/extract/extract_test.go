package extract

import (
	"testing"

	"kartoteka/pipelines/steptest"
)

func TestConformance(t *testing.T) { steptest.Run(t, Spec()) }

func TestExample(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	want := `source_key|source_file|source_row|observed|family_name|address|birth_date|consent_email|segment
1|sources/crm_2.csv|1|2026-02-09|Przykładowa-Wzór|ul. Testowa 1
m. 2
00-001
Warszawa|1980-02-01|granted|A
2|sources/crm_1.csv|2|2026-01-06|Wzorcowy|∅|∅|refused|B
5|sources/crm_2.csv|3|2026-04-01|Jutro|∅|∅|∅|C
`
	if got := b.Dump(t, "crm", "source_key", "source_file", "source_row", "observed", "family_name", "address", "birth_date", "consent_email", "segment"); got != want {
		t.Errorf("%s", steptest.Diff(want, got))
	}
}
