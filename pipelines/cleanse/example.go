package cleanse

// exampleProject and examplePostcodes are the files beside the example.
const (
	exampleProject   = "project: conformance\ntime_zone: Europe/Warsaw\ncountry: PL\nreference: {postcodes: reference/postcodes.csv}\n"
	examplePostcodes = "postcode;place;country\n61-001;Poznań;PL\n00-556;Warszawa;PL\n02139;Cambridge;US\n"
)
