package linkage

// comparisons returns the fields with the documented defaults of their levels.
//
// The numbers m are shares among pairs of one person in files of customers; u
// are shares among pairs of strangers and matter where a level is not weighed by
// the value itself; h are shares among two people of one household. Training
// moves m and h towards what the table shows.
func comparisons(p People) []comparison {
	absent := level{name: "absent"}
	out := []comparison{
		atGiven: {name: "given_name", levels: []level{absent,
			{name: "equal", m: .78, u: .02, h: .003, byValue: true, personal: true, agrees: true},
			{name: "variant", m: .09, u: .02, h: .001, byValue: true, personal: true, agrees: true},
			{name: "initial", m: .02, u: .0016, h: .0016, personal: true, agrees: true},
			{name: "similar", m: .06, u: .002, h: .002, personal: true, agrees: true},
			{name: "part", m: .01, u: .002, h: .003, personal: true, agrees: true},
			{name: "loose", m: .01, u: .03, h: .03, personal: true},
			{name: "different", m: .01, u: .94, h: .96, personal: true},
		}},
		atFamily: {name: "family_name", levels: []level{absent,
			{name: "equal", m: .86, u: .002, h: .82, byValue: true, agrees: true},
			{name: "similar", m: .06, u: .0005, h: .03, agrees: true},
			{name: "part", m: .01, u: .0003, h: .01, agrees: true},
			{name: "loose", m: .015, u: .008, h: .01},
			{name: "different", m: .04, u: .99, h: .13},
		}},
		atSuffix: {name: "name_suffix", levels: []level{absent,
			{name: "equal", m: .95, u: .5, h: .4, personal: true},
			{name: "similar", m: .01, u: .01, h: .01},
			{name: "different", m: .01, u: .5, h: .6, personal: true},
		}},
		atGender: {name: "gender", levels: []level{absent,
			{name: "equal", m: .99, u: .5, h: .4, personal: true},
			{name: "similar", m: .01, u: .01, h: .01},
			{name: "different", m: .01, u: .5, h: .6, personal: true},
		}},
		atCompany: {name: "company", levels: []level{absent,
			{name: "equal", m: .85, u: .001, h: .001, byValue: true, personal: true, agrees: true},
			{name: "similar", m: .12, u: .001, h: .001, personal: true, agrees: true},
			{name: "different", m: .01, u: .999, h: .999, personal: true},
		}},
		atBirth: {name: "birth_date", levels: []level{absent,
			{name: "equal", m: .93, u: .0001, h: .01, byValue: true, personal: true, agrees: true},
			{name: "slip", m: .03, u: .001, h: .001, personal: true, agrees: true},
			{name: "year", m: .01, u: .002, h: .003, personal: true},
			{name: "near", m: .01, u: .02, h: .05, personal: true},
			{name: "different", m: .02, u: .97, h: .94, personal: true},
		}},
		atEmail: {name: "email", levels: []level{absent,
			{name: "equal", m: .68, u: .00005, h: .06, byValue: true, agrees: true},
			{name: "slip", m: .02, u: .00001, h: .005, agrees: true},
			{name: "name", m: .01, u: .00001, h: .002, agrees: true},
			{name: "different", m: .29, u: .999, h: .93},
		}},
		atEmailName: {name: "email_name", levels: []level{absent,
			{name: "person", m: .82, u: .05, h: .25},
			{name: "person, shared", m: .03, u: .02, h: .2},
			{name: "nobody", m: .1, u: .3, h: .06},
			{name: "nobody, shared", m: .01, u: .08, h: .04},
			{name: "other member", m: .03, u: .45, h: .25},
			{name: "other member, shared", m: .01, u: .1, h: .2},
		}},
		atHint: {name: "email_year", levels: []level{absent,
			{name: "same", m: .5, u: .015, h: .015, personal: true},
			{name: "other", m: .5, u: .985, h: .985, personal: true},
		}},
		atPhone: {name: "phone", levels: []level{absent,
			{name: "equal", m: .62, u: .00005, h: .2, byValue: true, agrees: true},
			{name: "similar", m: .01, u: .00002, h: .005, agrees: true},
			{name: "different", m: .37, u: .999, h: .795},
		}},
		atAddress: {name: "address", levels: []level{absent,
			{name: "equal", m: .5, u: .0001, h: .6, byValue: true, agrees: true},
			{name: "without unit", m: .03, u: .0001, h: .03, agrees: true},
			{name: "similar", m: .12, u: .0001, h: .12, byValue: true, agrees: true},
			{name: "postcode", m: .04, u: .001, h: .03, byValue: true},
			{name: "place", m: .04, u: .01, h: .03, byValue: true},
			{name: "different", m: .27, u: .98, h: .19},
		}},
		atSource: sourceLevels(&p.Source),
	}
	for _, o := range p.Other {
		out = append(out, comparison{name: o.Name, levels: []level{absent,
			{name: "equal", m: .7, u: .01, h: .02, byValue: true, personal: true, agrees: true},
			{name: "similar", m: .1, u: .01, h: .01, personal: true, agrees: true},
			{name: "different", m: .2, u: .98, h: .97, personal: true},
		}})
	}
	return out
}

// namedSources is how many sources have a level of their own: some hold every
// person once, others many times.
const namedSources = maxLevels - 3

// sourceLevels gives the levels of a pair of sources. They start without any
// weight; what they say is learned.
func sourceLevels(source *Column) comparison {
	c := comparison{name: "source", levels: []level{{name: "absent"}, {name: "other", m: .7, u: .7, h: .7}, {name: "same", m: .3, u: .3, h: .3}}}
	for _, name := range source.Values[min(1, len(source.Values)):min(1+namedSources, len(source.Values))] {
		c.levels = append(c.levels, level{name: "same: " + name, m: .3, u: .3, h: .3})
	}
	return c
}
