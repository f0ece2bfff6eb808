// Package layout describes fixed-width files as data.
//
// Positions never stand in code. A layout file names the record length and,
// for each record type, how it is recognised (`when`) and where its fields lie.
// The fields and fillers of a type must cover the record exactly once: a
// layout that does not add up to its length is refused, so a position that is
// a character off shows before any file is read.
//
//	layout: acs                     # the name
//	length: 427                     # characters of a record, without line end
//	records:
//	  - type: header
//	    when: {at: 1, is: H}
//	    header: true                # not a data row
//	    fields: {file_date: {at: 2-9}, ...}
//	    filler: [48-427]
//	  - type: notice
//	    when: {at: 1, is: "2"}
//	    fields: {keyline: {at: 17-32}, ...}
//	totals:                         # what a header field must equal
//	  - {field: record_count, count: all}
//	  - {field: coa_count, where: deliverability, in: ["", K, C, G, W]}
//
// Header fields are columns of every record of the file, unless a data record
// has a field of the same name.
//
// Positions are written FIRST-LAST, counted in characters from 1, both ends
// included; a single position may be written alone.
package layout
