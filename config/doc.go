// Package config is the YAML language of a project: kartoteka.yaml,
// jobs/*.yaml and pipelines/*.yaml.
//
// It knows the shape of the language; owners know the meaning. A step keeps
// its options in a plain Go struct and hands it to Decode, which is strict
// (unknown keys, duplicate keys, wrong types), keeps going after a mistake and
// reports every Problem with file, line and column. The same struct tags give
// the JSON Schema (Schema), the documentation of options (Options) and the
// defaults as YAML (DefaultsYAML), so the four can never disagree.
//
// Struct tags:
//
//	yaml:"name"        the key (",inline" for an embedded struct)
//	about:"text"       one line of documentation
//	default:"yaml"     the value when the key is absent, as YAML text
//	enum:"a,b,c"       the only words allowed
//	required:"true"    the key must be there
//	min:"0" max:"1"    bounds of a number
//
// # Why nodes
//
// yaml.Decoder.KnownFields does not reach into a yaml.Node field and
// Node.Decode is not strict, so a mistyped key would be dropped in silence.
// Decode compares the keys itself; a Node also keeps 01234 as it was written.
//
// The package imports nothing else of kartoteka.
package config
