package tagger

// Label names the field that a word of an address belongs to. The vocabulary is
// that of libpostal, in which the open labelled sets are written.
type Label uint8

// The labels. None marks a word that no rule took or that belongs to no field.
const (
	None Label = iota
	House
	HouseNumber
	Road
	Unit
	Level
	Staircase
	POBox
	Suburb
	CityDistrict
	City
	StateDistrict
	State
	Postcode
	Country
	Labels int = iota // how many there are, None included
)

// String gives the name in the labelled sets, "" for None.
func (l Label) String() string {
	return [Labels]string{"", "house", "house_number", "road", "unit", "level", "staircase", "po_box", "suburb",
		"city_district", "city", "state_district", "state", "postcode", "country"}[l]
}

// Named gives the label of a name, None for an unknown one.
func Named(name string) Label {
	for l := None + 1; int(l) < Labels; l++ {
		if l.String() == name {
			return l
		}
	}
	return None
}
