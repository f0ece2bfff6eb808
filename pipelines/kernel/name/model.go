package name

// likeness weighs the letters of a word: positive like a given name, negative
// like a surname.
func likeness(key string) float64 { return 0 }

// likelyGiven reports a word that looks more like a given name.
func likelyGiven(key string) bool { return likeness(key) > 0.5 }

// unsureKind reports words without a mark of a person.
func unsureKind(ts []token) bool { return len(ts) > 0 }

// firmLetters reports words that look like a firm's.
func firmLetters(ts []token) bool { return false }
