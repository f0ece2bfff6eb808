// Package address splits postal addresses into fields, writes them in standard form
// and gives a key that is equal for equal homes.
//
// Goal: an address typed by hand, in one line, several lines or separate columns,
// becomes fields that a mailing can print and that records can be matched on, with
// every change named. The grammar is written by hand per country; no word is lost.
//
// Steps of Parse:
//
//  1. Values that mean "not known" (brak, n/a, xxx, -) are emptied.
//  2. The text is cut into words; commas, semicolons and line breaks separate
//     segments.
//  3. The country is decided: the one given, a country word in the text, the shape
//     of the postcode or the street line, the default.
//  4. The country's grammar takes words away from the certain to the uncertain:
//     postcode, marked parts (flat, floor, box, voivodeship), city, street line.
//     Each rule only sees words that no rule took before.
//  5. What is left becomes the recipient (before the street line) or Unparsed.
//  6. The tagger (package tagger) is asked: everywhere outside Poland and the United
//     States, where it has the grammar's reading as one of its features and decides;
//     in these two countries only when the grammar is unsure, and it decides when it
//     is more likely to be right. Rule names the grammar's rule, or begins with
//     "tagger". Texts that come in separate columns are left to the grammar.
//  7. With a Gazetteer, postcode and city are checked against each other.
//
// Inputs: Input, one address. Outputs: Address with Status, Rule, Confidence and
// Codes; package codebook says what each code means. ParseParts gives besides the
// parts of the text under the labels of the open labelled sets. Parts and fields say
// the same, with two exceptions: a bare number after an American street is a unit in
// the fields, as Publication 28 has it, even where the labelled sets call it a level;
// and a number such as 12/7 is one house_number part, split only in the fields.
//
// Confidence is a probability: the share of labelled addresses that were right in
// every part when grammar or tagger had been as sure (confidence.csv, counted on rows
// that the tagger was not fitted to).
//
// Poland, in the order of parsePL: words written together are cut (Lipowa12m5,
// 59-220Legnica) and numbers written apart are joined (12 / 7); the postcode; labels,
// telephone numbers, e-mail addresses, remarks in brackets and the gmina are dropped,
// each by its code; voivodeship, country, boxes; flat, staircase, floor; the town; the
// street line; what is left. "12/7" is house 12, flat 7, unless a flat is marked as such
// ("14/16 m. 2"); with two slashes the last part is the flat. A number may belong to the
// name (3 Maja, Dywizjonu 303, 28 Czerwca 1956 r.).
//
// A village without streets ("Golnice 12", "Golnice nr 12", "12" with the town Golnice)
// has no Street; when the line names a village and the town is its post town, the
// village is DependentLocality. Which names are villages is asked of the places under
// the postcode: the user's Gazetteer when it has the postcode, else package places; the
// same places cut a district off its town (Katowice-Ligota) and a town from a street
// without a comma. The town is never put right by the postcode: it is the recipient's
// town or post town. Given names in the nominative tell a person in front of a street.
//
// What has neither town, postcode, box nor a street with a name is refused: every field
// is empty, Unparsed holds the text.
//
// Key, in Poland, does not depend on the kind of street, on titles of rank, on the given
// name or initial of a patron, on how an ordinal or a Roman numeral is written, on
// whether a village stands in street or locality, nor on the town as long as there is a
// postcode: two villages of one postcode with equal streets and numbers share a key.
//
// United States: fields follow USPS Publication 28. ZIP, boxes, routes, telephone
// numbers, labels and marked units are taken first. Then every word that looks like a
// house number may open the delivery line and every word behind it may open the city
// (usGrammar.plan): a cut is worth as much as the words before it read as a street
// (directionals, suffix, numbered road; 233 to 237 of the publication) and the words
// behind it as a place of that state or ZIP (package places). Uncertain states (New
// York, CT, NE) are weighed the same way, with and without. Confidence tells how far
// the next best cut is. Numbered roads keep their number in Street, in the spelling of
// appendix F; an apartment of two designators keeps both (BLDG APT, 7 12). Line gives
// the delivery line, LastLine the city line; a box and a street together stand side
// by side with a comma, since the publication wants them on two lines.
//
// Not guaranteed: typing errors in names stay as they are (see Speller for the
// ones that a batch gives away); without a gazetteer, text that has neither comma
// nor street suffix between street and city is cut by a guess; nothing is said about
// whether mail can be delivered there.
//
// Why by hand first: anchored rules reach what trained models publish for Poland and
// the United States, explain themselves (Rule, Codes), need no memory and run at
// 100,000 rows a second. Why a tagger then: for the other countries there are more
// habits than anyone writes down, and it knows how sure it is.
package address
