package tagger

import _ "embed"

// weights are the numbers that the program in ../train learns; ATTRIBUTION.md says
// from what and under which terms.
//
//go:embed weights.bin
var weights []byte

// Load decodes the weights that come with the program.
func Load() (*Model, error) { return Decode(weights) }
