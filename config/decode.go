package config

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// NodeDecoder is a value that reads a YAML shape of its own: a word, a list
// or a mapping in turn.
type NodeDecoder interface {
	DecodeNode(n Node, p *Problems)
}

var (
	nodeType    = reflect.TypeOf(Node{})
	decoderType = reflect.TypeOf((*NodeDecoder)(nil)).Elem()
)

// Decode reads a node into a pointer to a struct (or any supported value) and
// adds every mistake to p. Defaults are set first; what is wrong keeps its
// default, so decoding goes on to the end.
func Decode(n Node, into any, p *Problems) {
	v := reflect.ValueOf(into).Elem()
	setDefaults(v, p)
	if n.Exists() {
		decodeValue(n, v, fieldRules{}, p)
	}
}

// fieldRules are the limits that a struct tag puts on a value.
type fieldRules struct {
	enum     []string
	min, max string
}

func rulesOf(f reflect.StructField) fieldRules {
	r := fieldRules{min: f.Tag.Get("min"), max: f.Tag.Get("max")}
	if e := f.Tag.Get("enum"); e != "" {
		r.enum = strings.Split(e, ",")
	}
	return r
}

func decodeValue(n Node, v reflect.Value, rules fieldRules, p *Problems) {
	if v.Type() == nodeType {
		v.Set(reflect.ValueOf(n))
		return
	}
	if v.CanAddr() && v.Addr().Type().Implements(decoderType) {
		v.Addr().Interface().(NodeDecoder).DecodeNode(n, p)
		if t, ok := v.Addr().Interface().(*Text); ok {
			checkEnum(n, t.Value, rules, p)
		}
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		elem := reflect.New(v.Type().Elem())
		setDefaults(elem.Elem(), p)
		decodeValue(n, elem.Elem(), rules, p)
		v.Set(elem)
	case reflect.Struct:
		decodeStruct(n, v, p)
	case reflect.Slice:
		decodeSlice(n, v, rules, p)
	case reflect.Map:
		decodeMap(n, v, p)
	default:
		decodeScalar(n, v, rules, p)
	}
}

func decodeScalar(n Node, v reflect.Value, rules fieldRules, p *Problems) {
	text, ok := n.Text()
	if !ok {
		p.Add(n, "expected "+scalarWord(v.Kind())+", found "+n.Kind(), "")
		return
	}
	if v.Kind() != reflect.String && reference.MatchString(text) {
		return // not defined, which Expand reported
	}
	switch v.Kind() {
	case reflect.String:
		if checkEnum(n, text, rules, p) {
			v.SetString(text)
		}
	case reflect.Bool:
		if n.Tag() != "!!bool" {
			p.Add(n, fmt.Sprintf("expected true or false, found %q", text), "")
			return
		}
		v.SetBool(strings.EqualFold(text, "true"))
	case reflect.Int, reflect.Int64:
		i, err := strconv.ParseInt(strings.ReplaceAll(text, "_", ""), 10, 64)
		if err != nil || n.Tag() != "!!int" {
			p.Add(n, fmt.Sprintf("expected a whole number, found %q", text), "")
			return
		}
		if checkBounds(n, float64(i), rules, p) {
			v.SetInt(i)
		}
	case reflect.Float64:
		f, err := strconv.ParseFloat(text, 64)
		if err != nil || (n.Tag() != "!!int" && n.Tag() != "!!float") {
			p.Add(n, fmt.Sprintf("expected a number, found %q", text), "write it with a decimal point, such as 0.95")
			return
		}
		if checkBounds(n, f, rules, p) {
			v.SetFloat(f)
		}
	default:
		panic("config: unsupported option type " + v.Type().String())
	}
}

func scalarWord(k reflect.Kind) string {
	switch k {
	case reflect.Bool:
		return "true or false"
	case reflect.Int, reflect.Int64:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	}
	return "a single value"
}

func checkEnum(n Node, text string, rules fieldRules, p *Problems) bool {
	if rules.enum == nil {
		return true
	}
	for _, e := range rules.enum {
		if e == text {
			return true
		}
	}
	p.Add(n, fmt.Sprintf("%q is not one of %s", text, strings.Join(rules.enum, ", ")), nearHint(text, rules.enum))
	return false
}

func nearHint(text string, words []string) string {
	if c, ok := Closest(text, words); ok {
		return "did you mean " + c + "?"
	}
	return ""
}

func checkBounds(n Node, f float64, rules fieldRules, p *Problems) bool {
	bound := func(s string) (float64, bool) {
		b, err := strconv.ParseFloat(s, 64)
		return b, err == nil && s != ""
	}
	lo, hasLo := bound(rules.min)
	hi, hasHi := bound(rules.max)
	if (hasLo && f < lo) || (hasHi && f > hi) {
		text, _ := n.Text()
		want := "at least " + rules.min
		switch {
		case hasLo && hasHi:
			want = "between " + rules.min + " and " + rules.max
		case hasHi:
			want = "at most " + rules.max
		}
		p.Add(n, text+" is out of range", "write a number "+want)
		return false
	}
	return true
}

func decodeSlice(n Node, v reflect.Value, rules fieldRules, p *Problems) {
	if n.Kind() != List && n.Kind() != Scalar && !(n.Kind() == Mapping && elemTakesMapping(v.Type().Elem())) {
		p.Add(n, "expected a list, found "+n.Kind(), "write [a, b] or one \"- item\" per line")
		return
	}
	items := n.Items()
	if n.Kind() == Mapping {
		items = []Node{n}
	}
	out := reflect.MakeSlice(v.Type(), 0, len(items))
	for _, it := range items {
		elem := reflect.New(v.Type().Elem()).Elem()
		setDefaults(elem, p)
		decodeValue(it, elem, rules, p)
		out = reflect.Append(out, elem)
	}
	v.Set(out)
}

func elemTakesMapping(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t != nodeType
}

func decodeMap(n Node, v reflect.Value, p *Problems) {
	if n.Kind() != Mapping {
		p.Add(n, "expected a mapping (key: value), found "+n.Kind(), "")
		return
	}
	out := reflect.MakeMap(v.Type())
	seen := map[string]Pos{}
	for _, f := range n.Fields() {
		if duplicate(seen, f, p) {
			continue
		}
		elem := reflect.New(v.Type().Elem()).Elem()
		setDefaults(elem, p)
		decodeValue(f.Value, elem, fieldRules{}, p)
		out.SetMapIndex(reflect.ValueOf(f.Key).Convert(v.Type().Key()), elem)
	}
	v.Set(out)
}

func duplicate(seen map[string]Pos, f Field, p *Problems) bool {
	if first, dup := seen[f.Key]; dup {
		p.AddAt(f.KeyAt, f.Value.Path, "the key "+f.Key+" is written twice", fmt.Sprintf("it stands already on line %d; keep one", first.Line))
		return true
	}
	seen[f.Key] = f.KeyAt
	return false
}

func decodeStruct(n Node, v reflect.Value, p *Problems) {
	if n.Kind() != Mapping {
		p.Add(n, "expected a mapping (key: value), found "+n.Kind(), "keys: "+strings.Join(keysOf(v.Type()), ", "))
		return
	}
	byKey := map[string]structField{}
	var keys []string
	for _, sf := range structFields(v) {
		byKey[sf.key] = sf
		keys = append(keys, sf.key)
	}
	seen := map[string]Pos{}
	for _, f := range n.Fields() {
		if strings.HasPrefix(f.Key, "x-") || duplicate(seen, f, p) {
			continue
		}
		sf, known := byKey[f.Key]
		if !known {
			p.AddAt(f.KeyAt, f.Value.Path, "unknown key "+f.Key, DidYouMean(f.Key, keys))
			continue
		}
		if f.Value.Kind() == Null {
			p.AddAt(f.KeyAt, f.Value.Path, "the key "+f.Key+" has no value", "write a value or remove the key")
			continue
		}
		decodeValue(f.Value, sf.value, rulesOf(sf.field), p)
	}
	for _, sf := range structFields(v) {
		if _, ok := seen[sf.key]; !ok && sf.field.Tag.Get("required") == "true" {
			p.Add(n, "the key "+sf.key+" is missing", strings.TrimSpace(sf.key+": "+sf.field.Tag.Get("about")))
		}
	}
}

type structField struct {
	key   string
	field reflect.StructField
	value reflect.Value
}

// structFields lists the keyed fields of a struct, inline ones flattened, in
// the order of declaration.
func structFields(v reflect.Value) []structField {
	var out []structField
	for i := 0; i < v.NumField(); i++ {
		f := v.Type().Field(i)
		key, opt, _ := strings.Cut(f.Tag.Get("yaml"), ",")
		switch {
		case opt == "inline":
			out = append(out, structFields(v.Field(i))...)
		case key != "" && key != "-":
			out = append(out, structField{key: key, field: f, value: v.Field(i)})
		}
	}
	return out
}

func keysOf(t reflect.Type) []string {
	var keys []string
	for _, sf := range structFields(reflect.New(t).Elem()) {
		keys = append(keys, sf.key)
	}
	return keys
}

// setDefaults fills a struct's fields from their default tags, nested ones
// included. Other kinds have no defaults.
func setDefaults(v reflect.Value, p *Problems) {
	if v.Kind() != reflect.Struct || v.Type() == nodeType || !v.CanSet() {
		return
	}
	for _, sf := range structFields(v) {
		if d, ok := sf.field.Tag.Lookup("default"); ok {
			n := Parse("default of "+sf.key, []byte(d), p)
			decodeValue(n, sf.value, fieldRules{}, p)
			continue
		}
		setDefaults(sf.value, p)
	}
}
