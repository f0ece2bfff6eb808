package lexicon

// Surname reports frequent surnames of Poland, the English-speaking countries
// and their larger minorities, folded; feminine adjectives are found by their
// masculine form. Some are given names as well. It tells the language: p
// Polish, e English-speaking countries (Spanish names too), o others; 0 is
// unknown.
func Surname(key string) byte {
	switch key {
	case "adamczyk", "andrzejewski", "bak", "banach", "banas", "baran", "baranowski", "bednarek", "bednarz", "bielak", "bielecki", "bieniek", "biernat",
		"bigos", "blaszczyk", "bober", "bochenek", "bocian", "borek", "borkowski", "boron", "bosak", "broda", "brodka", "brzezinski", "brzoza", "bugaj",
		"bujak", "bukowski", "burek", "byk", "cebula", "chlebek", "chmielewski", "chojnacki", "chopin", "chudy", "cichy", "cieslak", "cieslik", "curie",
		"cygan", "czaja", "czajka", "czapla", "czarnecki", "czarny", "czartoryski", "czerwinski", "czyz", "dab", "debski", "dlugosz", "domanski", "dominiak",
		"dorosz", "drozd", "dubiel", "duda", "dudek", "dudziak", "dulski", "dunin", "dymek", "dyrda", "dziedzic", "dziuba", "fiedor", "figura", "fijalkowski",
		"filipek", "filipiak", "flis", "foltyn", "fraczek", "frydrych", "gac", "gadomski", "gajewski", "gala", "galazka", "gasior", "gaska", "gawron",
		"gierczak", "gil", "glab", "glinka", "glowacki", "gluszek", "golab", "gora", "goral", "gorecki", "gorka", "gorski", "grabowski", "gruda", "gruszka",
		"grzelak", "grzyb", "gut", "guzik", "hajduk", "hojda", "jablonski", "jackowiak", "jagoda", "jakubowski", "janas", "janiak", "janik", "jankowski",
		"jaros", "jarosz", "jasinski", "jaskulski", "jastrzebski", "jaworski", "jedrzejczak", "jelen", "jez", "jezierski", "jurczyk", "jurek", "kaczka",
		"kaczmarek", "kaczor", "kaleta", "kalinowski", "kaminski", "kania", "kapusta", "karas", "karczewski", "karp", "kasprzak", "kasprzyk", "kaszuba",
		"kawa", "kawka", "kazmierczak", "kedzierski", "kempa", "kepa", "kielb", "kielbasa", "kisiel", "kita", "klimczak", "klimek", "klos", "kmiecik",
		"knapik", "koc", "kogut", "kolodziej", "komar", "konieczny", "konopka", "kopacz", "kopec", "koper", "korba", "korzeniowski", "kos", "kosciuszko",
		"kosinski", "kosmala", "kosowski", "kostka", "kostrzewa", "kot", "kowal", "kowalczyk", "kowalewski", "kowalik", "kowalski", "koza", "kozak", "koziol",
		"kozlowski", "krajewski", "krasinski", "krawczyk", "krawiec", "krol", "kruk", "krupa", "krzak", "krzeminski", "krzyzanowski", "ksiazek", "kubacki",
		"kubiak", "kubica", "kubicki", "kuc", "kucharski", "kuchta", "kudla", "kujawa", "kukla", "kula", "kulesza", "kulik", "kuna", "kura", "kurek",
		"kurowski", "kus", "kuzniar", "kwiatkowski", "kwiecien", "labedz", "lasek", "laskowski", "lasota", "lato", "lech", "lenart", "les", "lesniak",
		"leszczynski", "lewandowski", "lewicki", "ligeza", "lipa", "lipinski", "lipski", "lis", "lisowski", "lopata", "los", "lubomirski", "luczak",
		"lukasik", "lukaszewski", "maciejewski", "madej", "magiera", "maj", "majcher", "majchrzak", "majewski", "majka", "makowski", "malec", "malecki",
		"malek", "malinowski", "marciniak", "marczak", "markiewicz", "markowski", "marzec", "matejko", "matusiak", "matuszak", "matysiak", "mazur", "mazurek",
		"mazurkiewicz", "miazga", "michalak", "mickiewicz", "mielczarek", "mika", "mikolajczyk", "milewski", "misiak", "misztal", "mlynarczyk", "molenda",
		"moniuszko", "morawski", "motyka", "mroczek", "mroczkowski", "mroz", "mucha", "musial", "muszynski", "nawrocki", "nawrot", "niedziela", "niemczyk",
		"niemiec", "nita", "nowacki", "nowak", "nowakowski", "nowicki", "olech", "olejniczak", "olejnik", "oleksy", "oles", "olszewski", "opala", "orlowski",
		"orzechowski", "osinski", "oska", "ostrowski", "owca", "owczarek", "pacholczyk", "pajak", "palka", "paluch", "panek", "papiez", "pasek", "pasternak",
		"paszkiewicz", "paw", "pawelec", "pawlak", "pawlik", "pawlowski", "pazdzioch", "piasecki", "piatek", "piechota", "pieczonka", "piekarski", "pieprzyk",
		"pietrzak", "pietrzyk", "pilarski", "pilch", "pilsudski", "piorko", "piotrowski", "piwowarczyk", "plewa", "pluta", "podgorski", "pokora", "polak",
		"pomian", "poniatowski", "poplawski", "poreba", "potocki", "prus", "przepiorka", "przybyla", "przybylski", "ptak", "puchacz", "puchalski", "pulaski",
		"pyrek", "raczka", "radomski", "radziwill", "rak", "ratajczak", "robak", "rogalski", "rogowski", "rosiak", "rosinski", "rosol", "rudnicki", "rusin",
		"rutka", "rutkowski", "ryba", "rybak", "rybarczyk", "rygiel", "rzepka", "rzymski", "sadlo", "sadowski", "salata", "sarna", "sawicki", "sekula",
		"serafin", "siemieniuk", "sienkiewicz", "sikora", "siwek", "skiba", "sklodowski", "skoczylas", "skora", "skowronek", "skrzypczak", "skrzypek",
		"slowacki", "slowik", "smolarek", "smyk", "sobczak", "sobieraj", "sobieski", "sobolewski", "sobota", "socha", "sojka", "sokol", "sokolowski",
		"solecki", "soltys", "sosna", "sosnowski", "sowa", "srebrny", "stachowiak", "stanek", "stankiewicz", "stasiak", "staszewski", "stec", "stefaniak",
		"stepien", "stolarczyk", "struzik", "strzelecki", "suchanek", "sulima", "surma", "swiatek", "swiderski", "szary", "szczepaniak", "szczepanski",
		"szczur", "szczygiel", "szewczyk", "sznajder", "szopen", "szostak", "szot", "szpak", "sztuka", "szulc", "szweda", "szydlowski", "szymanski",
		"szymczak", "szymczyk", "tarnowski", "tkacz", "tkaczyk", "tokarski", "tomala", "tomaszewski", "tomczak", "tomczyk", "tracz", "trela", "trojan",
		"turek", "twardowski", "tyszka", "urban", "urbaniak", "urbanski", "waga", "walczak", "walesa", "waligora", "walkowiak", "warchol", "wargocki",
		"wasilewski", "wawrzyniak", "wegrzyn", "wesolowski", "wiacek", "wiatr", "wicher", "widelski", "widera", "wiecek", "wieczorek", "wierzbicki", "wilk",
		"winiarski", "wisniewski", "witczak", "witek", "witkowski", "wlazlo", "wlodarczyk", "wnuk", "wojciechowski", "wojcik", "wojdyla", "wojtas",
		"wojtasik", "wojtowicz", "wolanin", "wolny", "wolski", "wozniak", "wrobel", "wroblewski", "wrona", "wrzesinski", "wysocki", "zaba", "zabek",
		"zabinski", "zagorski", "zajac", "zajaczkowski", "zak", "zakrzewski", "zalewski", "zamoyski", "zapala", "zareba", "zaremba", "zawadzki", "zdun",
		"zelazny", "zieba", "zieliniski", "zielinski", "zielonka", "zielony", "ziemba", "zima", "ziolko", "ziolkowski", "zmuda", "zuk", "zurawski", "zurek",
		"zych", "zywiec":
		return 'p'
	case "abbott", "acevedo", "acosta", "adams", "adkins", "aguilar", "aguirre", "ahmed", "alexander", "alfaro", "ali", "allen", "allison", "alvarado",
		"alvarez", "andersen", "anderson", "andrade", "andrews", "anthony", "archer", "arellano", "arias", "armstrong", "arnold", "arroyo", "ashford",
		"ashley", "atkins", "atkinson", "austin", "avalos", "avery", "avila", "ayala", "ayers", "bailey", "baker", "baldwin", "ball", "ballard", "banks",
		"barajas", "barber", "barker", "barnes", "barnett", "barr", "barrera", "barrett", "barron", "barry", "bartlett", "barton", "bass", "bates", "bauer",
		"bautista", "baxter", "bean", "beard", "beasley", "beck", "becker", "beil", "bell", "bellamy", "beltran", "bender", "benitez", "benjamin", "bennett",
		"benson", "bentley", "benton", "berg", "berger", "bernal", "bernard", "berry", "best", "bishop", "black", "blackburn", "blackwell", "blair", "blake",
		"blanchard", "blankenship", "blevins", "bond", "bonilla", "booker", "boone", "booth", "bowen", "bowers", "bowman", "boyd", "boyer", "boyle",
		"bradford", "bradley", "bradshaw", "brady", "branch", "brandt", "bravo", "brennan", "brewer", "bridges", "briggs", "brock", "brooks", "brown",
		"browning", "bruce", "bryan", "bryant", "buchanan", "buck", "buckley", "bullock", "burch", "burgess", "burke", "burnett", "burns", "burton", "bush",
		"butler", "byrd", "cabrera", "cain", "calderon", "caldwell", "calhoun", "callahan", "camacho", "cameron", "campbell", "campos", "cannon", "cano",
		"cantrell", "cantu", "cardenas", "carey", "carlson", "carpenter", "carr", "carrillo", "carroll", "carson", "carter", "case", "casey", "castaneda",
		"castillo", "castro", "cervantes", "chambers", "chan", "chandler", "chang", "chapman", "charles", "chase", "chavez", "chen", "cherry", "choi",
		"christensen", "christian", "chung", "church", "churchill", "cisneros", "clark", "clarke", "clay", "clayton", "clements", "cline", "clinton", "cobb",
		"cochran", "coffey", "cohen", "cole", "coleman", "collier", "collins", "colon", "combs", "compton", "conley", "conner", "conrad", "contreras",
		"conway", "cook", "cooper", "copeland", "cordova", "corona", "correa", "cortes", "cortez", "costa", "cox", "craig", "crane", "crawford", "crosby",
		"cross", "crowe", "cruz", "cuevas", "cummings", "cunningham", "curry", "curtis", "dalton", "daniel", "daniels", "daugherty", "davenport", "david",
		"davidson", "davila", "davis", "dawson", "day", "dean", "decker", "dejesus", "delacruz", "delaney", "delarosa", "deleon", "delgado", "dennis", "diaz",
		"dickerson", "dickson", "dillon", "dixon", "dodson", "doe", "dominguez", "donaldson", "donovan", "dorsey", "dougherty", "douglas", "doyle", "drake",
		"duarte", "dudley", "duffy", "duke", "duncan", "dunlap", "dunn", "dunning", "duran", "durham", "dyer", "eaton", "edwards", "ellery", "elliott",
		"ellis", "ellison", "english", "enriquez", "erickson", "escobar", "esparza", "espinosa", "espinoza", "esquivel", "estes", "estrada", "eubanks",
		"evans", "everett", "fairfax", "farley", "farmer", "farrell", "faulkner", "felix", "ferguson", "fernandez", "fields", "figueroa", "finch", "finley",
		"fischer", "fisher", "fitzgerald", "fitzpatrick", "fleming", "fletcher", "flores", "flowers", "floyd", "flynn", "foley", "ford", "foster", "fowler",
		"fox", "francis", "franco", "frank", "franklin", "frazier", "frederick", "freeman", "french", "friedman", "frost", "fry", "frye", "fuentes", "fuller",
		"gaines", "gale", "galindo", "gallagher", "gallegos", "galvan", "garcia", "gardner", "garner", "garrett", "garrison", "garza", "gates", "gentry",
		"george", "gibbs", "gibson", "gilbert", "giles", "gill", "gillespie", "gilmore", "glass", "glenn", "glover", "golden", "gomez", "gonzales",
		"gonzalez", "good", "goode", "goodman", "goodwin", "gordon", "gorman", "gould", "graham", "grant", "graves", "gray", "green", "greene", "greer",
		"gregory", "griffin", "griffith", "grimes", "gross", "guerra", "guerrero", "guevara", "gutierrez", "guzman", "hahn", "hail", "hale", "haley", "hall",
		"hamilton", "hammond", "hampton", "hancock", "hanna", "hansen", "hanson", "hardin", "harding", "hardy", "hargrove", "harmon", "harper", "harrell",
		"harrington", "harris", "harrison", "hart", "hartman", "harvey", "hawkins", "hawthorne", "hayden", "hayes", "haynes", "heath", "hebert", "henderson",
		"hendricks", "hendrix", "henry", "hensley", "henson", "herman", "hernandez", "herrera", "herring", "hess", "hester", "hickman", "hicks", "higgins",
		"hill", "hines", "hinton", "ho", "hobbs", "hodge", "hodges", "hoffman", "hogan", "holland", "hollis", "holloway", "holmes", "holt", "hood", "hoover",
		"hopkins", "horn", "horne", "horton", "house", "houston", "howard", "howe", "howell", "huang", "hubbard", "huber", "hudson", "huerta", "huff",
		"huffman", "hughes", "hull", "humphrey", "hunt", "hunter", "hurley", "hurst", "hutchinson", "huynh", "ibarra", "ingram", "jackson", "jacobs",
		"jacobson", "james", "jamison", "jaramillo", "jarvis", "jefferson", "jenkins", "jennings", "jensen", "jimenez", "johns", "johnson", "johnston",
		"jones", "jordan", "joseph", "juarez", "kane", "kaur", "kearney", "keith", "keller", "kelley", "kelly", "kemp", "kennedy", "kent", "kerr", "khan",
		"kim", "king", "kirby", "kirk", "klein", "kline", "knapp", "knight", "knox", "koch", "kramer", "krueger", "lam", "lamb", "lambert", "landry", "lane",
		"lang", "langley", "lara", "larsen", "larson", "lawrence", "lawson", "le", "leach", "leal", "leblanc", "lee", "leon", "leonard", "lester", "levy",
		"lewis", "li", "lim", "lin", "lincoln", "lindsey", "little", "liu", "livingston", "lloyd", "lockhart", "logan", "long", "lopez", "love", "lowe",
		"lowery", "lozano", "lu", "lucas", "lucero", "lugo", "luna", "lynch", "lynn", "lyons", "macdonald", "macias", "mack", "madden", "maddox", "magana",
		"mahoney", "maldonado", "malone", "mann", "manning", "marin", "marks", "marquez", "marsh", "marshall", "martin", "martinez", "mason", "massey",
		"mata", "mathews", "mathis", "matthews", "maxwell", "may", "mayer", "maynard", "mayo", "mays", "mcbride", "mccall", "mccann", "mccarthy", "mccarty",
		"mcclain", "mcclure", "mcconnell", "mccormick", "mccoy", "mccullough", "mcdaniel", "mcdonald", "mcdowell", "mcfarland", "mcgee", "mcgrath", "mcguire",
		"mcintosh", "mcintyre", "mckay", "mckee", "mckenzie", "mckinney", "mclaughlin", "mclean", "mcmahon", "mcmillan", "mcpherson", "meadows", "medina",
		"medrano", "mejia", "melendez", "melton", "mendez", "mendoza", "mercado", "mercer", "merritt", "meyer", "meyers", "meza", "michael", "middleton",
		"miles", "miller", "mills", "miranda", "mitchell", "molina", "monroe", "montes", "montgomery", "montoya", "moody", "moon", "moore", "mora", "morales",
		"moran", "moreno", "morgan", "morris", "morrison", "morrow", "morse", "morton", "moses", "mosley", "moss", "moyer", "mueller", "mullen", "mullins",
		"munoz", "murillo", "murphy", "murray", "myers", "nash", "nava", "navarro", "neal", "nelson", "newman", "newton", "nguyen", "nichols", "nicholson",
		"nickels", "nielsen", "nixon", "noble", "nolan", "norman", "norris", "norton", "novak", "nunez", "oakley", "obama", "obrien", "ochoa", "oconnell",
		"oconnor", "odom", "odonnell", "okafor", "oliver", "olsen", "olson", "oneal", "oneill", "orozco", "orr", "ortega", "ortiz", "osborne", "owen",
		"owens", "pace", "pacheco", "padilla", "page", "palacios", "palmer", "park", "parker", "parks", "parra", "parrish", "parsons", "patel", "patrick",
		"patterson", "patton", "paul", "payne", "pearson", "peck", "pell", "pemberton", "pena", "pennington", "peralta", "perez", "perkins", "perry",
		"person", "peters", "petersen", "peterson", "pham", "phan", "phelps", "phillips", "pierce", "pineda", "pittman", "pitts", "pollard", "ponce", "poole",
		"pope", "porter", "portillo", "potter", "potts", "powell", "powers", "pratt", "prescott", "preston", "price", "prince", "proctor", "pruitt", "pugh",
		"quill", "quinn", "quintana", "quintero", "radcliffe", "ramirez", "ramos", "ramsey", "randall", "randolph", "rangel", "rasmussen", "ray", "raymond",
		"reagan", "reed", "reese", "reeve", "reeves", "reid", "reilly", "reyes", "reyna", "reynolds", "rhodes", "rice", "rich", "richard", "richards",
		"richardson", "richmond", "riley", "rios", "rivas", "rivera", "rivers", "roach", "robbins", "roberson", "roberts", "robertson", "robinson", "robles",
		"rocha", "rodgers", "rodriguez", "rogers", "rojas", "rollins", "roman", "romero", "roosevelt", "rosales", "rosario", "rosas", "ross", "roth", "rowe",
		"rowland", "roy", "rubio", "ruiz", "rush", "russell", "russo", "rutledge", "ryan", "salas", "salazar", "salgado", "salinas", "sampson", "sanchez",
		"sanders", "sandoval", "sanford", "santana", "santiago", "santos", "saunders", "savage", "sawyer", "schaefer", "schmidt", "schmitt", "schneider",
		"schroeder", "schultz", "schwartz", "scott", "sellers", "serrano", "sewell", "sexton", "shaffer", "shah", "shannon", "sharp", "shaw", "shelton",
		"shepard", "shepherd", "sheppard", "sherman", "shields", "short", "sierra", "silva", "simmons", "simon", "simpson", "sims", "sinclair", "singh",
		"singleton", "skinner", "sloan", "small", "smith", "snow", "snyder", "solis", "solomon", "sosa", "soto", "sparks", "spears", "spence", "spencer",
		"stafford", "stanley", "stanton", "stark", "steele", "stein", "stephens", "stephenson", "stevens", "stevenson", "stewart", "stokes", "stone", "stout",
		"strickland", "strong", "stuart", "suarez", "sullivan", "summers", "sutton", "swanson", "sweeney", "tang", "tanner", "tapia", "tate", "taylor",
		"terrell", "terry", "thomas", "thompson", "thorne", "thornton", "tillman", "todd", "torres", "townsend", "tran", "travis", "trejo", "trevino",
		"trujillo", "truong", "tucker", "turner", "tyler", "underhill", "underwood", "upton", "valdez", "valencia", "valentine", "valenzuela", "vance",
		"vang", "vargas", "vasquez", "vaughan", "vaughn", "vazquez", "vega", "velasquez", "velazquez", "velez", "ventura", "vickers", "villa", "villalobos",
		"villanueva", "villarreal", "villegas", "vincent", "vo", "vogel", "vu", "wade", "wagner", "walker", "wall", "wallace", "waller", "walls", "walsh",
		"walter", "walters", "walton", "wang", "ward", "ware", "warner", "warren", "washington", "waters", "watkins", "watson", "watts", "weaver", "webb",
		"weber", "webster", "weeks", "weiss", "welch", "wells", "west", "westbrook", "wexler", "wheeler", "whitaker", "white", "whitehead", "whitfield",
		"whitmore", "whitney", "wiggins", "wilcox", "wiley", "wilkerson", "wilkins", "wilkinson", "williams", "williamson", "willis", "wilson", "winters",
		"wise", "wolf", "wolfe", "wong", "wood", "woodard", "woods", "woodward", "wright", "wu", "wyatt", "xiong", "yang", "yardley", "yates", "yoder",
		"york", "young", "yu", "zamora", "zavala", "zhang", "zimmerman", "zuniga":
		return 'e'
	case "al-sayed", "andersson", "arndt", "bakker", "banerjee", "baumann", "bergmann", "bianchi", "blanc", "bohm", "boiko", "bondarczuk", "bondarenko",
		"bonnet", "bos", "bose", "boyko", "braun", "bruno", "bui", "busch", "cao", "cerny", "cheng", "cho", "chowdhury", "conti", "dang", "das", "deng",
		"dinh", "dubois", "duong", "dupont", "durand", "dvorak", "engel", "eriksson", "esposito", "ferrari", "fournier", "fuchs", "gallo", "girard", "graf",
		"guerin", "guo", "gupta", "gustafsson", "haas", "haddad", "hagen", "hartmann", "hendriks", "herrmann", "hoang", "hoffmann", "hofmann", "horvath",
		"hrytsenko", "hsieh", "hsu", "hu", "ionescu", "ito", "ivanov", "ivanova", "iyer", "jager", "jang", "jansen", "johansson", "jovanovic", "jung",
		"kaiser", "kang", "karlsson", "khoury", "klymenko", "kobayashi", "kohler", "konig", "kovacs", "koval", "kovalchuk", "kovalenko", "kowalenko", "kraus",
		"krause", "kravchenko", "kruger", "kucera", "kuhn", "kumar", "kuznetsov", "lange", "lefebvre", "lehmann", "liang", "luo", "ly", "lysenko", "ma",
		"maier", "malik", "marchenko", "marino", "mayr", "mehta", "meier", "meijer", "melnik", "melnyk", "moller", "moreau", "moretti", "moroz", "mukherjee",
		"mulder", "muller", "nagy", "nair", "nakamura", "nasr", "neumann", "ngo", "nikolic", "nilsson", "novotny", "oliinyk", "olofsson", "papadopoulos",
		"pavlenko", "petrenko", "petrov", "petrova", "petrovic", "pfeiffer", "pohl", "popescu", "popov", "prochazka", "rao", "reddy", "ricci", "richter",
		"romano", "rossi", "rousseau", "roux", "rudenko", "sato", "sauer", "savchenko", "schafer", "schmid", "schmitz", "scholz", "schreiber", "schroder",
		"schubert", "schulz", "schulze", "schumacher", "schuster", "schwarz", "seidel", "shaikh", "sharma", "shevchenko", "smirnov", "smit", "sommer", "sun",
		"suzuki", "svensson", "svoboda", "szabo", "szewczenko", "tanaka", "tkachenko", "toth", "trinh", "tsai", "varga", "verma", "visser", "vogl", "vogt",
		"voigt", "vos", "watanabe", "weis", "winkler", "xia", "xie", "xu", "yamamoto", "yoon", "zelenskyi", "zhao", "zheng", "zhou", "zhu", "ziegler",
		"zimmermann":
		return 'o'
	}
	return 0
}

// SpanishSurname reports surnames that Spanish and Portuguese custom writes in
// pairs, of father and mother.
func SpanishSurname(key string) bool {
	if len(key) > 4 && (key[len(key)-2:] == "ez" || key[len(key)-2:] == "iz") {
		return true
	}
	switch key {
	case "ruiz", "diaz", "garcia", "flores", "rivera", "torres", "reyes", "cruz", "morales", "ortiz", "ramos", "castillo", "romero", "moreno", "herrera", "medina", "aguilar", "vargas", "castro", "guzman", "munoz", "salazar", "garza", "soto", "silva", "santos",
		"delgado", "pena", "rios", "alvarado", "sandoval", "contreras", "valdes", "guerrero", "estrada", "ortega", "santiago", "maldonado", "vega", "rojas", "espinoza", "padilla", "mejia", "acosta", "luna", "cortes", "navarro", "figueroa", "molina", "campos", "avila", "ayala", "carrillo", "duran", "cabrera", "lara", "robles", "cervantes", "solis", "salinas", "fuentes", "velasco", "aguirre", "ochoa", "cardenas", "pacheco", "rivas", "calderon", "serrano", "rosales", "trujillo", "castaneda", "guerra", "montoya", "gallegos", "camacho", "ibarra", "franco", "orozco", "salas", "andrade", "escobar", "zamora", "macias", "villanueva", "bautista", "barrera", "mercado", "santana", "lozano", "arias", "mora", "rangel", "valenzuela", "rocha", "galvan", "meza", "villa", "sosa", "tapia", "zavala", "bonilla", "acevedo", "arroyo", "bravo", "corrada", "rosario", "montes", "mata", "huerta", "salgado", "cordova", "murillo", "rosas", "marin", "palacios", "cuevas", "duarte", "corona", "lucero", "nava", "ventura", "costa", "correa", "portillo", "quintana", "cano", "alonso", "blanco", "iglesias", "rubio", "sanz", "gil", "prieto", "pascual", "vidal", "carmona", "ferreira", "oliveira", "souza", "pereira", "almeida", "carvalho", "nunes", "lima", "arellano", "bolivar", "zapata", "borges", "marquina", "allende":
		return true
	}
	return false
}
