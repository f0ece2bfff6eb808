package tagger

// Word is one word of an address as the grammar leaves it.
type Word struct {
	F        string // folded: lower case, ASCII, no punctuation at its ends
	Segment  int    // words between two separators share a number
	Hint     Label  // the field that the grammar gave it to
	From, To int    // bytes of the text; To is 0 for a word that is not in it
}

// Context is what is known of the address as a whole.
type Context struct {
	Country string // ISO 3166-1 alpha-2, "" when unknown
}
