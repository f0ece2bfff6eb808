package assess

import "kartoteka/pipelines"

// tables are what the step makes, the main one first.
func (s *step) tables() []*pipelines.Table {
	m := s.options.Makes
	return []*pipelines.Table{
		{Name: s.name, About: "what every source fills, field by field", Columns: fieldColumns(),
			Sort: []string{"source", "kind", "field", "cut", "value"}, Key: []string{"source", "kind", "field", "cut", "value"}},
		{Name: m.Uses, About: "what each declared use has and misses", Columns: useColumns(),
			Sort: []string{"use", "kind", "requirement"}, Key: []string{"use", "kind", "requirement"}},
		{Name: m.Advice, About: "recommendations about collecting data, the largest first", Columns: adviceColumns(),
			Sort: []string{"rank"}, Key: []string{"rank"}},
	}
}

func fieldColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "source", Type: "VARCHAR", Meaning: "source of the rows"},
		{Name: "field", Type: "VARCHAR", Meaning: "field of the table read, or column as the source delivered it"},
		{Name: "kind", Type: "VARCHAR", Meaning: "which of the two", Values: []string{kindField, kindColumn}},
		{Name: "cut", Type: "VARCHAR", Meaning: "column by whose values the counts are given; all: the whole source"},
		{Name: "value", Type: "VARCHAR", Meaning: "value of the cut"},
		{Name: "rows", Type: "BIGINT", Unit: "rows", Meaning: "rows; NULL with all counts where a group is below the floor"},
		{Name: "filled", Type: "BIGINT", Unit: "rows", Meaning: "rows with something in the field"},
		{Name: "placeholder", Type: "BIGINT", Unit: "rows", Meaning: "filled with a word or number for not known"},
		{Name: "valid", Type: "BIGINT", Unit: "rows", Meaning: "well-formed; NULL for columns as delivered, which nobody judged"},
		{Name: "usable", Type: "BIGINT", Unit: "rows", Meaning: "rows in which the field serves its purpose"},
		{Name: "distinct_values", Type: "BIGINT", Unit: "values", Meaning: "different values (of fields: usable ones); NULL when there are too many to count"},
		{Name: "sensitive", Type: "BIGINT", Unit: "rows", Meaning: "texts that hint at special categories of personal data; NULL for fields"},
		{Name: "filled_share", Type: "DOUBLE", Unit: "share", Meaning: "filled by rows"},
		{Name: "usable_share", Type: "DOUBLE", Unit: "share", Meaning: "usable by rows"},
		{Name: "read_as", Type: "VARCHAR", Meaning: "fields that extract reads the column into"},
		{Name: "used_by", Type: "VARCHAR", Meaning: "declared uses that name the field"},
	}
}

func useColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "use", Type: "VARCHAR", Meaning: "declared use of the data"},
		{Name: "kind", Type: "VARCHAR", Meaning: "whole: all that the use requires", Values: []string{kindWhole, kindRequired, kindOptional}},
		{Name: "requirement", Type: "VARCHAR", Meaning: "what is needed; all for the whole use"},
		{Name: "unit", Type: "VARCHAR", Meaning: "what is counted", Values: []string{"contact", "row"}},
		{Name: "contacts", Type: "BIGINT", Unit: "contacts", Meaning: "all contacts (or rows)"},
		{Name: "supported", Type: "BIGINT", Unit: "contacts", Meaning: "those who have it; NULL when no table read has its fields"},
		{Name: "missing", Type: "BIGINT", Unit: "contacts", Meaning: "those who lack it"},
		{Name: "only_missing", Type: "BIGINT", Unit: "contacts", Meaning: "those who lack only this for the use"},
		{Name: "supported_share", Type: "DOUBLE", Unit: "share", Meaning: "supported by contacts"},
	}
}

func adviceColumns() []pipelines.Column {
	return []pipelines.Column{
		{Name: "rank", Type: "BIGINT", Meaning: "1: affects most"},
		{Name: "kind", Type: "VARCHAR", Meaning: "what was found", Values: []string{adviceOpens, adviceNever, adviceSeldom, adviceDefault, adviceNotRead, adviceNoUse, adviceSensitive, adviceUneven, adviceTerm, adviceNowhere}},
		{Name: "source", Type: "VARCHAR", Meaning: "source it is about"},
		{Name: "field", Type: "VARCHAR", Meaning: "field, column, requirement or phrase"},
		{Name: "use", Type: "VARCHAR", Meaning: "uses it is about"},
		{Name: "affected", Type: "BIGINT", Unit: "contacts or rows", Meaning: "how many it affects; NULL below the floor"},
		{Name: "before", Type: "DOUBLE", Unit: "share", Meaning: "share today"},
		{Name: "after", Type: "DOUBLE", Unit: "share", Meaning: "share once the advice is followed"},
		{Name: "advice", Type: "VARCHAR", Meaning: "what to do"},
	}
}
