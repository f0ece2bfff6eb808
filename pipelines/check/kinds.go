package check

import (
	"reflect"
	"strings"

	"kartoteka/config"
)

// kinds are the kinds of rules. The first group is about single rows, the second about rows beside others or beside
// another table, the third about the table as a whole.
type kinds struct {
	NotNull      []config.Text `yaml:"not_null" about:"columns that are never empty"`
	NotBlank     []config.Text `yaml:"not_blank" about:"columns that are neither empty nor blanks alone"`
	AtLeastOneOf []config.Text `yaml:"at_least_one_of" about:"columns of which one is filled"`
	Accepted     *values       `yaml:"accepted" about:"values that are accepted"`
	Forbidden    *values       `yaml:"forbidden" about:"values that are not"`
	Range        *bounds       `yaml:"range" about:"bounds of numbers, dates or texts"`
	Length       *lengths      `yaml:"length" about:"bounds of the number of characters"`
	Regex        *pattern      `yaml:"regex" about:"pattern that texts match (RE2)"`
	Castable     *castable     `yaml:"castable" about:"texts that can be read as numbers or dates"`
	NotInFuture  []config.Text `yaml:"not_in_future" about:"DATE or TIMESTAMP columns that do not lie after as_of"`
	NotOlderThan *age          `yaml:"not_older_than" about:"greatest age of every value"`
	Expression   config.Text   `yaml:"expression" about:"condition in SQL that every row fulfils"`
	Email        []config.Text `yaml:"email" about:"columns with e-mail addresses"`
	Phone        []config.Text `yaml:"phone" about:"columns with phone numbers in E.164 form (+48123456789)"`
	Postcode     *postcode     `yaml:"postcode" about:"postcodes in the form of their country"`

	Unique        []config.Text  `yaml:"unique" about:"columns that are unique together"`
	ForeignKey    *foreignKey    `yaml:"foreign_key" about:"table that has every value"`
	ExactlyOnce   *foreignKey    `yaml:"exactly_once" about:"table that has every value once, no more and no less"`
	SumPer        *sumPer        `yaml:"sum_per" about:"groups of rows whose sum is given"`
	Matches       *matches       `yaml:"matches" about:"reconciliation with another table"`
	Mailable      *mailable      `yaml:"mailable" about:"rows of a mail file, each about a contact whose address can be mailed"`
	NotSuppressed *notSuppressed `yaml:"not_suppressed" about:"rows of an output, none about a contact that is suppressed for the channel"`
	SQL           config.Text    `yaml:"sql" about:"SELECT of failing rows"`

	RowCount  *rowCount `yaml:"row_count" about:"bounds of the number of rows; {} to compare it with earlier nights only"`
	Freshness *age      `yaml:"freshness" about:"greatest age of the latest value"`
	Measure   *figure   `yaml:"measure" about:"bounds of a figure of a column"`
}

type values struct {
	Column config.Text `yaml:"column" required:"true" about:"column"`
	Values []string    `yaml:"values" required:"true" about:"values"`
}

type bounds struct {
	Column config.Text `yaml:"column" required:"true" about:"column"`
	Min    config.Text `yaml:"min" about:"smallest value, included"`
	Max    config.Text `yaml:"max" about:"greatest value, included"`
}

type lengths struct {
	Column config.Text `yaml:"column" required:"true" about:"column"`
	Min    *int        `yaml:"min" min:"0" about:"fewest characters"`
	Max    *int        `yaml:"max" min:"0" about:"most characters"`
}

type pattern struct {
	Column  config.Text `yaml:"column" required:"true" about:"column"`
	Pattern config.Text `yaml:"pattern" required:"true" about:"RE2 pattern; anchor it with ^ and $ for the whole text"`
}

type castable struct {
	Column config.Text `yaml:"column" required:"true" about:"text column"`
	Type   config.Text `yaml:"type" required:"true" about:"integer, number, date, timestamp or boolean"`
	Format config.Text `yaml:"format" about:"form of dates in strptime's words, such as %d.%m.%Y; by default 2026-03-31"`
}

type age struct {
	Column config.Text     `yaml:"column" required:"true" about:"DATE or TIMESTAMP column"`
	MaxAge config.Duration `yaml:"max_age" required:"true" about:"greatest age at the end of as_of: 36h, 2d"`
}

type postcode struct {
	Column  config.Text `yaml:"column" required:"true" about:"column with postcodes"`
	Country config.Text `yaml:"country" required:"true" about:"column with countries (ISO 3166-1 alpha-2)"`
}

type foreignKey struct {
	Column     config.Text `yaml:"column" required:"true" about:"column"`
	Table      config.Text `yaml:"table" required:"true" about:"table that has every value"`
	References config.Text `yaml:"references" about:"its column; the same name when absent"`
}

type sumPer struct {
	Column    config.Text   `yaml:"column" required:"true" about:"column that is summed"`
	By        []config.Text `yaml:"by" required:"true" about:"columns that make the groups"`
	Equals    float64       `yaml:"equals" default:"1" about:"what every sum is"`
	Tolerance float64       `yaml:"tolerance" default:"0.000001" min:"0" about:"how far it may be from that"`
}

type matches struct {
	Table     config.Text   `yaml:"table" required:"true" about:"the other table"`
	Figure    string        `yaml:"figure" default:"row_count" enum:"row_count,sum" about:"what is compared"`
	Column    config.Text   `yaml:"column" about:"column of this table that is summed"`
	With      config.Text   `yaml:"with" about:"column of the other table that is summed; the same name when absent"`
	By        []config.Text `yaml:"by" about:"columns of both tables: compare group by group, as for control totals of campaigns"`
	Tolerance float64       `yaml:"tolerance_percent" default:"0" min:"0" about:"how far this table's figure may be from the other's"`
}

type mailable struct {
	Contact  config.Text `yaml:"contact" default:"contact_id" about:"column with the contact"`
	Contacts config.Text `yaml:"contacts" default:"contacts" about:"table of contacts with contact_id and postal_status"`
}

type notSuppressed struct {
	Channel      string      `yaml:"channel" default:"mail" enum:"mail,email,phone" about:"channel of the output"`
	Contact      config.Text `yaml:"contact" default:"contact_id" about:"column with the contact"`
	Suppressions config.Text `yaml:"suppressions" default:"suppressions" about:"table of suppressions with contact_id and channel"`
}

type rowCount struct {
	Min *int `yaml:"min" min:"0" about:"fewest rows"`
	Max *int `yaml:"max" min:"0" about:"most rows"`
}

type figure struct {
	Figure string      `yaml:"figure" required:"true" enum:"sum,min,max,mean,median,distinct_count,most_common_share,null_share" about:"what is measured; shares are 0-1"`
	Column config.Text `yaml:"column" required:"true" about:"column"`
	Min    *float64    `yaml:"min" about:"smallest value, included"`
	Max    *float64    `yaml:"max" about:"greatest value, included"`
}

// named lists the kinds that are set, and the names of all.
func (k *kinds) named() (set, all []string) {
	v := reflect.ValueOf(k).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Tag.Get("yaml")
		all = append(all, name)
		f := v.Field(i)
		text, ok := f.Interface().(config.Text)
		if ok && text.Value != "" || f.Kind() == reflect.Slice && f.Len() > 0 || f.Kind() == reflect.Pointer && !f.IsNil() {
			set = append(set, name)
		}
	}
	return set, all
}

// kindList is the list of kinds for messages.
func (k *kinds) kindList() string {
	_, all := k.named()
	return strings.Join(all, ", ")
}
