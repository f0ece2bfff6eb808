package main

import (
	"strconv"
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// The world set has next to no boxes, marked flats, floors or names in front of an
// address. These words are put into variants, so that the tagger learns to follow
// what the grammar marks. {} is a number, [] a letter.
var (
	boxWords = map[string]string{
		"DE": "Postfach {}", "AT": "Postfach {}", "CH": "Postfach {}", "FR": "BP {}", "BE": "Postbus {}", "NL": "Postbus {}", "ES": "Apartado {}",
		"IT": "Casella postale {}", "CZ": "P.O. Box {}", "DK": "Postboks {}", "NO": "Postboks {}", "SE": "Box {}", "AR": "Casilla {}", "CL": "Casilla {}", "PT": "Apartado {}",
	}
	flatWords = map[string]string{
		"DE": "Whg. {}", "AT": "Top {}", "CH": "Wohnung {}", "FR": "Appt {}", "BE": "bus {}", "NL": "app. {}", "ES": "piso {}", "IT": "int. {}", "GB": "Flat {}",
		"CA": "Apt {}", "AU": "Unit {}", "RU": "кв. {}", "CZ": "byt {}", "SE": "lgh {}", "DK": "lejl. {}", "NZ": "Flat {}", "IE": "Apartment {}", "IN": "Flat {}", "BR": "apto {}",
	}
	floorWords = map[string]string{
		"DE": "{}. OG", "AT": "{}. Stock", "CH": "{}. Stock", "FR": "{}e étage", "GB": "{}th Floor", "CA": "Floor {}", "AU": "Level {}", "RU": "этаж {}", "IT": "piano {}", "ES": "planta {}",
	}
	firstWords = strings.Fields("Anna Jan Peter Maria Hans Marie John Mary Paul Eva Carlos Lucia Marco Sofia Ivan Olga Erik Ingrid James Sarah")
	lastWords  = strings.Fields("Novak Meyer Dupont Rossi Garcia Jansen Hansen Smith Brown Ivanov Silva Keller Berg Moreau Costa Larsen Visser Walsh Becker Lindqvist")
	firmWords  = strings.Fields("Alpha Nova Nord Delta Atlas Orion Central Royal Union Globus Vita Terra Helios Castle Riverside Harbour Park Station Market Garden")
	firmKinds  = strings.Fields("GmbH AG Ltd S.A. SARL S.r.l. B.V. A/S Oy AB Inc. Hotel Café Restaurant Apotheke House Centre School Museum Library Shop")
)

func (h *habits) pick(list []string) string { return list[h.rng.IntN(len(list))] }

// numbered fills a pattern with a number and spreads the words over spans.
func (h *habits) numbered(pattern string, most int) string {
	return strings.ReplaceAll(pattern, "{}", strconv.Itoa(1+h.rng.IntN(most)))
}

// name makes up a person, a firm or a building.
func (h *habits) name() string {
	switch h.rng.IntN(3) {
	case 0:
		return h.pick(firstWords) + " " + h.pick(lastWords)
	case 1:
		return h.pick(lastWords) + " " + h.pick(firmKinds)
	}
	return h.pick(firmWords) + " " + h.pick(firmKinds)
}

// extra is a piece put in before or after the words of a label.
type extra struct {
	label   tagger.Label
	text    string
	after   tagger.Label // None: at the front
	instead bool         // in place of street and number
}

// added draws the piece to be added, if any.
func (h *habits) added(country string) (extra, bool) {
	or := func(m map[string]string, all string) string {
		if s := m[country]; s != "" {
			return s
		}
		return all
	}
	switch h.rng.IntN(24) {
	case 0:
		return extra{label: tagger.POBox, text: h.numbered(or(boxWords, "P.O. Box {}"), 9000), instead: true}, true
	case 1:
		return extra{label: tagger.Unit, text: h.numbered(or(flatWords, "Apt. {}"), 90), after: tagger.HouseNumber}, true
	case 2:
		return extra{label: tagger.Level, text: h.numbered(or(floorWords, "Floor {}"), 9), after: tagger.HouseNumber}, true
	case 3, 4:
		return extra{label: tagger.House, text: h.name()}, true
	}
	return extra{}, false
}
