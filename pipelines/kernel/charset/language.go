package charset

// language is how often a language uses its letters outside ASCII, per 10,000 letters.
// The figures are rounded from common frequency tables; only their proportions matter.
type language struct {
	western bool // written in windows-1252, not in windows-1250
	letters []letter
	polish  bool
	prior   float64
}

type letter struct {
	r      rune
	weight float64
}

// languages lists what files are expected to hold, Polish first: it is favoured a
// little where nothing else decides.
func languages() []language {
	return []language{
		{letters: []letter{{'ł', 182}, {'ę', 111}, {'ą', 99}, {'ó', 95}, {'ż', 83}, {'ś', 66}, {'ć', 40}, {'ń', 30}, {'ź', 8}}, polish: true, prior: 4}, // Polish
		{letters: []letter{{'í', 300}, {'á', 224}, {'ě', 165}, {'é', 133}, {'ř', 120}, {'ý', 107}, {'ž', 99}, {'č', 94}, {'š', 80}, {'ů', 69},
			{'ú', 15}, {'ť', 4}, {'ó', 4}, {'ň', 4}, {'ď', 3}}}, // Czech
		{letters: []letter{{'á', 190}, {'č', 120}, {'í', 100}, {'ý', 100}, {'š', 90}, {'é', 80}, {'ú', 80}, {'ž', 80}, {'ť', 60}, {'ľ', 40},
			{'ď', 20}, {'ň', 16}, {'ô', 16}, {'ó', 10}, {'ä', 8}, {'ĺ', 1}, {'ŕ', 1}}}, // Slovak
		{letters: []letter{{'é', 390}, {'á', 340}, {'ó', 90}, {'ő', 90}, {'ö', 85}, {'ü', 60}, {'í', 55}, {'ú', 25}, {'ű', 20}}}, // Hungarian
		{letters: []letter{{'č', 110}, {'š', 100}, {'ž', 70}, {'ć', 60}, {'đ', 20}}},                                             // Croatian, Slovene
		{letters: []letter{{'ă', 230}, {'î', 130}, {'ţ', 100}, {'ş', 100}, {'â', 60}}},                                           // Romanian
		{letters: []letter{{'ü', 75}, {'ä', 58}, {'ö', 44}, {'ß', 31}}},                                                          // German
		{western: true, letters: []letter{{'ü', 75}, {'ä', 58}, {'ö', 44}, {'ß', 31}}},
		{western: true, letters: []letter{{'é', 190}, {'à', 49}, {'è', 35}, {'ê', 23}, {'ç', 9}, {'ô', 8}, {'û', 6}, {'ù', 6}, {'î', 6}, {'â', 6},
			{'œ', 2}, {'ë', 2}, {'ï', 1}}}, // French
		{western: true, letters: []letter{{'ó', 83}, {'í', 73}, {'á', 50}, {'é', 43}, {'ñ', 31}, {'ú', 17}, {'ü', 1}}}, // Spanish
		{western: true, letters: []letter{{'ã', 73}, {'á', 55}, {'ç', 53}, {'é', 50}, {'ê', 40}, {'ó', 35}, {'í', 33}, {'ú', 15}, {'â', 12}, {'à', 10},
			{'ô', 9}, {'õ', 8}}}, // Portuguese
		{western: true, letters: []letter{{'à', 63}, {'è', 30}, {'ò', 20}, {'ù', 17}, {'ì', 8}, {'é', 8}}}, // Italian
		{western: true, letters: []letter{{'ä', 180}, {'å', 134}, {'ö', 130}, {'é', 4}}},                   // Swedish, Finnish
		{western: true, letters: []letter{{'å', 120}, {'ø', 90}, {'æ', 87}, {'é', 4}}},                     // Danish, Norwegian
		{western: true, letters: []letter{{'ë', 20}, {'é', 15}, {'ï', 6}, {'ö', 3}, {'ü', 3}, {'è', 3}}},   // Dutch
	}
}
