package lexicon

// Given tells a known given name: m, f, or e for either; 0 is unknown.
func Given(key string) (gender byte) {
	switch key {
	case "alex", "jordan", "taylor", "morgan", "casey", "jamie", "riley", "avery", "robin", "kim", "leslie", "tracy", "dana", "pat", "sam", "terry", "lee",
		"jessie", "jackie", "cameron", "dakota", "skyler", "charlie", "drew", "angel", "marion", "sandy", "ariel", "quinn", "blair", "carey", "kerry",
		"lindsay", "shelby", "stevie", "bobbie", "jody", "kris", "nikita", "sasza", "misza", "sascha", "maxi", "ali", "andi", "mika", "noa", "yuri", "chris",
		"kelly", "shannon", "alexis", "carroll", "dominique", "jaime", "jean", "rene", "hilary":
		return 'e'
	}
	if g := PolishGiven(key); g != 0 {
		return g
	}
	if g := EnglishGiven(key); g != 0 {
		return g
	}
	return more(key)
}

// Familiar reports the given names that are usual in Poland and the
// English-speaking countries; those of further languages are often surnames.
func Familiar(key string) bool {
	return PolishGiven(key) != 0 || EnglishGiven(key) != 0 || PolishBase(key) != "" || EnglishBase(key) != ""
}

// PolishGiven tells the given names of Poland; names that English has as well
// are mostly here.
func PolishGiven(key string) byte {
	switch key {
	case "jan", "francis", "adam", "adrian", "albert", "aleksander", "aleksy", "alfred", "alojzy", "ambrozy", "anatol", "andrzej", "antoni", "apolinary",
		"arkadiusz", "arnold", "artur", "augustyn", "aureliusz", "barnaba", "bartlomiej", "bartosz", "bazyli", "benedykt", "beniamin", "bernard", "blazej",
		"bogdan", "boguslaw", "boleslaw", "bonifacy", "borys", "bozydar", "bronislaw", "brunon", "cezary", "cyprian", "cyryl", "czeslaw", "damian", "daniel",
		"dariusz", "dawid", "denis", "dionizy", "dobroslaw", "dominik", "donald", "edmund", "edward", "edwin", "eligiusz", "emanuel", "emil", "emilian",
		"ernest", "eryk", "eugeniusz", "fabian", "felicjan", "feliks", "ferdynand", "filip", "florian", "franciszek", "fryderyk", "gabriel", "gaspar",
		"gawel", "gerard", "gracjan", "grzegorz", "gustaw", "henryk", "herbert", "hieronim", "hipolit", "horacy", "hubert", "hugo", "ignacy", "igor",
		"ireneusz", "iwo", "izydor", "jacek", "jakub", "janusz", "jarema", "jaroslaw", "jedrzej", "jeremi", "jeremiasz", "jerzy", "joachim", "jozef",
		"julian", "juliusz", "kacper", "kajetan", "kamil", "karol", "kasper", "kazimierz", "klaudiusz", "klemens", "konrad", "konstanty", "konstantyn",
		"kordian", "kosma", "krystian", "krystyn", "krzysztof", "ksawery", "lech", "lechoslaw", "leon", "leonard", "leopold", "leslaw", "leszek", "lubomir",
		"lucjan", "ludomir", "ludwik", "lukasz", "maciej", "makary", "maksym", "maksymilian", "marceli", "marcel", "marcin", "marek", "marian", "mariusz",
		"mateusz", "maurycy", "maksimilian", "metody", "michal", "mieczyslaw", "mieszko", "mikolaj", "milan", "milosz", "miron", "miroslaw", "modest",
		"narcyz", "nataniel", "nikodem", "norbert", "oktawian", "oktawiusz", "olaf", "oliwer", "oliwier", "oskar", "otto", "patryk", "pawel", "piotr", "prot",
		"przemyslaw", "przemko", "radoslaw", "rafal", "rajmund", "remigiusz", "robert", "roch", "roland", "roman", "romuald", "rudolf", "ryszard", "sambor",
		"samuel", "sebastian", "sergiusz", "seweryn", "slawomir", "stanislaw", "stefan", "sylwester", "sylwiusz", "symeon", "szczepan", "szymon", "tadeusz",
		"teodor", "teofil", "tobiasz", "tomasz", "tymon", "tymoteusz", "tytus", "urban", "walenty", "walerian", "waldemar", "walter", "waclaw", "wawrzyniec",
		"wieslaw", "wiktor", "wilhelm", "wincenty", "wit", "witold", "wlodzimierz", "wladyslaw", "wlodzislaw", "wojciech", "zbigniew", "zbyszko", "zdzislaw",
		"zenobiusz", "zenon", "ziemowit", "zygfryd", "zygmunt", "bonawentura", "dyzma", "witalis", "aleksiej", "oleksandr", "andrij", "serhij", "mykola",
		"wolodymyr", "iwan", "jurij", "dmytro", "dobromir", "donat", "cyriak", "czcibor", "dezydery", "dobiegniew", "eustachy", "eustachiusz", "fidelis",
		"gniewomir", "gniewko", "godzislaw", "gwidon", "honorat", "innocenty", "jacenty", "jaromir", "jozafat", "juda", "kalikst", "kiejstut", "koryn",
		"kryspin", "kwiryn", "leonid", "lukrecjusz", "marcjan", "napoleon", "noe", "onufry", "ozjasz", "pankracy", "paskal", "polikarp", "protazy", "prokop",
		"rufin", "salomon", "samson", "serafin", "sobieslaw", "spirydion", "sulislaw", "swietopelk", "swietoslaw", "szczesny", "tymek", "walery", "wendelin",
		"wielislaw", "wirgiliusz", "wladymir", "zawisza", "zdobyslaw", "zlatan", "bruno", "fabrycy", "gilbert", "hektor", "justyn", "kasjan", "korneliusz",
		"leander", "leo", "longin", "matteo", "natan", "olgierd", "orestes", "placyd", "wiaczeslaw", "zachariasz":
		return 'm'
	case "zyta", "lynn", "toni", "ada", "adela", "adelajda", "adrianna", "adriana", "agata", "agnieszka", "albina", "aldona", "aleksandra", "alicja", "alina",
		"amanda", "amelia", "anastazja", "andzelika", "aneta", "angela", "angelika", "angelina", "aniela", "anita", "anna", "antonina", "apolonia", "ariadna",
		"arleta", "asta", "augustyna", "aurelia", "barbara", "beata", "berenika", "bernadeta", "bernadetta", "bianka", "blanka", "bogdana", "boguslawa",
		"bogumila", "bozena", "bronislawa", "brygida", "cecylia", "celestyna", "celina", "czeslawa", "dagmara", "danuta", "daria", "dagna", "delfina",
		"diana", "dobroslawa", "dominika", "donata", "dorota", "edyta", "ela", "eleonora", "elwira", "elzbieta", "emilia", "emma", "eryka", "ernestyna",
		"estera", "eugenia", "ewa", "ewelina", "fabiana", "faustyna", "felicja", "filipina", "flora", "franciszka", "gabriela", "genowefa", "gertruda",
		"gizela", "gloria", "grazyna", "greta", "halina", "hanna", "helena", "henryka", "hermina", "hilda", "honorata", "ida", "ilona", "inga", "irena",
		"irmina", "iwona", "iza", "izabela", "izabella", "izaura", "jadwiga", "jagoda", "jana", "janina", "jaroslawa", "joanna", "jolanta", "jowita",
		"jozefa", "jozefina", "judyta", "julia", "julianna", "julita", "justyna", "kaja", "kamila", "karina", "karolina", "katarzyna", "kazimiera", "kinga",
		"kira", "klara", "klaudia", "klementyna", "konstancja", "kornelia", "krystyna", "ksenia", "lara", "laura", "lena", "leokadia", "leonia", "leontyna",
		"lidia", "ligia", "liliana", "liwia", "longina", "lucja", "lucyna", "ludmila", "ludwika", "luiza", "magdalena", "maja", "malgorzata", "malwina",
		"marcela", "marcelina", "marcjanna", "maria", "marianna", "mariola", "marlena", "marta", "martyna", "maryla", "maryna", "marzanna", "marzena",
		"matylda", "melania", "michalina", "milena", "mieczyslawa", "mira", "mirella", "miroslawa", "monika", "morela", "nadia", "nadzieja", "natalia",
		"natasza", "nela", "nikola", "nikolina", "nina", "nora", "norma", "oktawia", "ola", "olga", "oliwia", "otylia", "pamela", "patrycja", "paula",
		"paulina", "pelagia", "petronela", "pola", "rachela", "radoslawa", "regina", "renata", "roksana", "roma", "romana", "romualda", "rozalia", "roza",
		"rozanna", "rut", "ruta", "ryszarda", "sabina", "salomea", "sandra", "sara", "selena", "seweryna", "slawomira", "sonia", "stanislawa", "stefania",
		"stella", "sylwia", "swietlana", "swietoslawa", "tamara", "tatiana", "tekla", "teodora", "teofila", "teresa", "tola", "urszula", "wanda", "waleria",
		"walentyna", "wera", "weronika", "wiera", "wieslawa", "wiktoria", "wilhelmina", "wincentyna", "wiola", "wioletta", "violetta", "wioleta",
		"wladyslawa", "wlodzimiera", "zdzislawa", "zenobia", "zofia", "zoja", "zuzanna", "zaneta", "zenona", "oksana", "oleksandra", "iryna", "natalija",
		"julija", "bogna", "jagna", "gaja", "lilianna", "hania", "kalina", "malina", "dalia", "iga", "inka", "luna", "mila", "milla", "kasjana", "tesa",
		"tosia", "zlata", "dobrawa", "gracja", "jasmina", "lea", "lila", "michasia", "noemi", "rebeka", "sawina", "wita", "zanna", "bernardyna", "benedykta",
		"balbina", "cyryla", "domicela", "edwarda", "eufemia", "eufrozyna", "felicyta", "florentyna", "fryderyka", "gracjana", "hortensja", "iwa", "jolenta",
		"kandyda", "klotylda", "krescencja", "kunegunda", "lukrecja", "modesta", "olimpia", "pankracja", "prakseda", "scholastyka", "serafina", "sydonia",
		"tacjana", "tomira", "walburga", "wirginia", "zelislawa", "zuzana", "dobromila", "bozenna", "danusia", "miloslawa", "wlada", "wladzia", "amalia",
		"anatolia", "aniceta", "anzelma", "arnolda", "beatrycze", "berta", "bibiana", "elena", "eliza", "faustina", "florencja", "gaia", "idalia", "jadwisia",
		"jowisia", "kamelia", "klarysa", "konstantyna", "leonarda", "letycja", "marietta", "mariana", "marina", "melisa", "nadina", "nikoletta", "odeta",
		"ottylia", "penelopa", "samanta", "waleriana", "wincenta", "zenaida":
		return 'f'
	}
	return 0
}

// EnglishGiven tells the given names of the English-speaking countries, with
// the usual German ones.
func EnglishGiven(key string) byte {
	switch key {
	case "aaron", "abraham", "alan", "alexander", "allan", "allen", "alvin", "andre", "andrew", "anthony", "antonio", "arthur", "austin", "barry", "benjamin",
		"bill", "billy", "bob", "bobby", "brad", "bradley", "brandon", "brendan", "brent", "brett", "brian", "bruce", "bryan", "byron", "caleb", "calvin",
		"carl", "carlos", "cecil", "cesar", "chad", "charles", "chester", "christian", "christopher", "clarence", "clark", "claude", "clayton", "clifford",
		"clifton", "clinton", "clyde", "cody", "colin", "connor", "corey", "craig", "curtis", "cyril", "dale", "dan", "danny", "darrell", "darren", "dave",
		"david", "dean", "dennis", "derek", "derrick", "desmond", "diego", "dominic", "don", "donnie", "douglas", "duane", "dustin", "dwayne", "dwight",
		"dylan", "earl", "eddie", "edgar", "eduardo", "eli", "elijah", "elliot", "elliott", "elmer", "eric", "erik", "ethan", "eugene", "evan", "everett",
		"felix", "fernando", "floyd", "francisco", "frank", "franklin", "fred", "frederick", "garrett", "gary", "gavin", "gene", "geoffrey", "george",
		"gerald", "glen", "glenn", "gordon", "graham", "grant", "greg", "gregory", "guy", "hank", "harold", "harry", "harvey", "hector", "henry", "herman",
		"homer", "horace", "howard", "hugh", "ian", "ignacio", "irving", "isaac", "ivan", "jack", "jackson", "jacob", "jake", "james", "jared", "jason",
		"javier", "jay", "jeff", "jeffery", "jeffrey", "jeremiah", "jeremy", "jerome", "jerry", "jesse", "jesus", "jim", "jimmy", "joe", "joel", "john",
		"johnny", "jon", "jonathan", "jorge", "jose", "joseph", "joshua", "juan", "julio", "justin", "karl", "keith", "ken", "kenneth", "kent", "kevin",
		"kirk", "kurt", "kyle", "lance", "larry", "lawrence", "leroy", "lester", "lewis", "liam", "lloyd", "logan", "louis", "lucas", "luis", "luke",
		"luther", "malcolm", "manuel", "marc", "marcus", "mario", "mark", "marshall", "martin", "marvin", "mason", "mathew", "matthew", "maurice", "max",
		"melvin", "micheal", "michael", "miguel", "mike", "milton", "mitchell", "nathan", "nathaniel", "neil", "nelson", "nicholas", "nick", "nigel", "noah",
		"noel", "norman", "oliver", "oscar", "otis", "owen", "patrick", "paul", "pedro", "perry", "peter", "phil", "philip", "phillip", "pieter", "preston",
		"ralph", "ramon", "randall", "randy", "raul", "ray", "raymond", "reginald", "ricardo", "richard", "rick", "ricky", "roberto", "rod", "rodney",
		"roger", "ron", "ronald", "ronnie", "ross", "roy", "ruben", "russell", "ryan", "salvador", "saul", "scott", "sean", "sergio", "seth", "shane",
		"shaun", "shawn", "sidney", "simon", "spencer", "stanley", "stephen", "steve", "steven", "stewart", "stuart", "ted", "terence", "terrance",
		"terrence", "theodore", "thomas", "tim", "timothy", "toby", "todd", "tom", "tommy", "tony", "travis", "trevor", "troy", "tyler", "tyrone", "vernon",
		"victor", "vincent", "virgil", "wade", "wallace", "warren", "wayne", "wesley", "wilbur", "willard", "william", "willie", "xavier", "zachary", "hans",
		"heinz", "helmut", "horst", "jurgen", "juergen", "gunter", "gunther", "guenter", "dieter", "klaus", "wolfgang", "manfred", "gerhard", "werner", "uwe",
		"bernd", "ulrich", "andreas", "matthias", "markus", "michel", "dirk", "ralf", "rolf", "heinrich", "friedrich", "ludwig", "johannes", "jens", "sven",
		"tobias", "lukas", "rainer", "reiner", "rudiger", "detlef", "ewald", "egon", "erwin", "fritz", "georg", "hartmut", "ingo", "jochen", "kai", "lothar",
		"siegfried", "thorsten", "torsten", "volker", "willi", "eckhard":
		return 'm'
	case "abigail", "agnes", "alice", "alicia", "alison", "allison", "alma", "alyssa", "amber", "amy", "andrea", "angelica", "ann", "anne", "annette", "annie",
		"april", "ariana", "arlene", "ashley", "audrey", "beatrice", "becky", "belinda", "bernice", "bertha", "bessie", "beth", "betty", "beulah", "beverly",
		"bonnie", "brandy", "brenda", "bridget", "brittany", "caitlin", "camille", "candace", "candice", "carla", "carmen", "carol", "carole", "caroline",
		"carolyn", "carrie", "cassandra", "catherine", "cathy", "cecilia", "charlene", "charlotte", "chelsea", "cheryl", "christie", "christina", "christine",
		"christy", "cindy", "claire", "clara", "claudia", "colleen", "connie", "constance", "courtney", "crystal", "cynthia", "daisy", "danielle", "darlene",
		"dawn", "deanna", "debbie", "deborah", "debra", "delores", "denise", "desiree", "diane", "dianne", "dolores", "donna", "dora", "doreen", "doris",
		"dorothy", "edith", "edna", "eileen", "elaine", "eleanor", "elizabeth", "ella", "ellen", "elsie", "emily", "erica", "erika", "erin", "esther",
		"ethel", "eunice", "eva", "evelyn", "faith", "faye", "felicia", "florence", "frances", "gail", "geneva", "georgia", "geraldine", "gertrude", "gina",
		"gladys", "glenda", "grace", "gwendolyn", "hailey", "hannah", "harriet", "hazel", "heather", "heidi", "helen", "holly", "hope", "inez", "irene",
		"iris", "irma", "isabel", "isabella", "jacqueline", "jane", "janet", "janice", "janis", "jasmine", "jeanette", "jeanne", "jenna", "jennifer", "jenny",
		"jessica", "jill", "jo", "joan", "joann", "joanne", "jocelyn", "josephine", "joy", "joyce", "juanita", "judith", "judy", "juliana", "julie", "june",
		"karen", "kate", "katelyn", "katherine", "kathleen", "kathryn", "kathy", "katie", "katrina", "kayla", "kendra", "kimberly", "kristen", "kristin",
		"kristina", "kristine", "lana", "latoya", "lauren", "laurie", "leah", "leona", "leticia", "lillian", "lillie", "linda", "lisa", "lois", "lola",
		"loretta", "lori", "lorraine", "louise", "lucille", "lucy", "lydia", "lynda", "mabel", "mackenzie", "madeline", "madison", "maggie", "mandy",
		"marcia", "margaret", "margarita", "marguerite", "marianne", "marie", "marilyn", "marjorie", "marlene", "marsha", "martha", "mary", "maureen",
		"maxine", "megan", "melanie", "melinda", "melissa", "mercedes", "meredith", "michele", "michelle", "mildred", "mindy", "minnie", "miranda", "misty",
		"molly", "monica", "muriel", "myra", "myrtle", "nadine", "nancy", "naomi", "natalie", "nellie", "nicole", "olive", "olivia", "opal", "patricia",
		"patsy", "patty", "pauline", "pearl", "peggy", "penny", "phyllis", "priscilla", "rachel", "ramona", "rebecca", "renee", "rhonda", "rita", "roberta",
		"rosa", "rosalie", "rose", "rosemary", "roxanne", "ruby", "ruth", "sabrina", "sadie", "sally", "samantha", "sarah", "sharon", "sheila", "shelley",
		"shelly", "sheri", "sherri", "sherry", "shirley", "silvia", "sofia", "sonya", "sophia", "sophie", "stacey", "stacy", "stephanie", "sue", "susan",
		"suzanne", "sylvia", "tabitha", "tammy", "tanya", "tara", "terri", "thelma", "theresa", "tiffany", "tina", "tonya", "tracey", "traci", "valerie",
		"vanessa", "velma", "vera", "verna", "veronica", "vicki", "vickie", "vicky", "victoria", "viola", "violet", "virginia", "vivian", "wendy", "whitney",
		"wilma", "yolanda", "yvette", "yvonne", "zoe", "ursula", "helga", "ingrid", "renate", "brigitte", "gisela", "sabine", "petra", "karin", "heike",
		"birgit", "anja", "katja", "silke", "martina", "ute", "gudrun", "hannelore", "christa", "elke", "susanne", "anke", "kerstin", "ilse", "gerda",
		"irmgard":
		return 'f'
	}
	return 0
}

// AlsoSurname reports given names that are common surnames as well; another
// known given name beside one of them wins.
func AlsoSurname(key string) bool {
	switch key {
	case "kim", "james", "thomas", "scott", "allen", "alan", "lewis", "ryan", "martin", "morgan", "grant", "dean", "craig", "clark", "blake", "russell",
		"curtis", "howard", "stuart", "stewart", "gordon", "warren", "bruce", "marshall", "douglas", "kelly", "lee", "jordan", "taylor", "nelson", "perry",
		"ross", "mitchell", "franklin", "wallace", "lloyd", "tyler", "mason", "wade", "graham", "owen", "simon", "joseph", "paul", "george", "henry",
		"arnold", "kent", "roy", "dale", "cody", "kirk", "carey", "quinn", "blair", "logan", "jackson", "spencer", "preston", "garrett", "harvey", "homer",
		"lance", "jay", "may", "rose", "joyce", "hope", "pearl", "lane", "stanley", "leonard", "lawrence", "austin", "norman", "gilbert", "rodney",
		"clifton", "clayton", "everett", "elliott", "baker", "urban", "adam", "marcin", "frances", "vernon", "lester", "hunter", "parker", "carter",
		"cooper", "brooks", "hayes", "reed", "walter", "oliver", "daniel", "david", "andrew", "jerome", "gawel", "wit", "roman", "florian", "milan":
		return true
	}
	return MostlySurname(key) || Surname(key) != 0
}

// MostlySurname reports given names that are surnames more often: behind an
// unknown word they are the surname.
func MostlySurname(key string) bool {
	switch key {
	case "lee", "kim", "walker", "jackson", "taylor", "nelson", "graham", "allan", "allen", "grant", "ross", "hayes", "reed", "baker", "hunter", "parker", "carter",
		"cooper", "brooks", "mason", "logan", "tyler", "morgan", "kelly", "mitchell", "gordon", "marshall", "douglas", "wallace", "warren", "preston", "spencer",
		"wade", "kent", "dale", "curtis", "howard", "stuart", "stewart", "russell", "bruce", "franklin", "perry", "lloyd", "clark", "craig", "owen", "austin",
		"clayton", "everett", "elliott", "harvey", "garrett", "jordan", "leonard", "lane", "rose", "may", "hope", "pearl", "joyce", "quinn", "blair", "carey",
		"lewis", "scott", "martin", "arnold", "roy", "kirk", "tracy", "leslie", "avery", "riley", "cameron", "lynn", "hailey", "madison", "mackenzie", "bryan", "blake", "clifton", "rodney":
		return true
	}
	return Surname(key) != 0 && mainlySurname(key)
}

// mainlySurname leaves the frequent surnames out that are given names first.
func mainlySurname(key string) bool {
	if Surname(key) == 'p' {
		return PolishGiven(key) == 0 || key == "urban" || key == "roman" || key == "lech"
	}
	switch key {
	case "james", "ahmed", "bradley", "lara", "miranda", "moses", "duncan", "clinton", "hester", "gale", "heath", "ali", "felix", "leon", "lin", "lucas", "omar", "solomon", "santiago", "joseph", "thomas", "george", "henry", "alexander", "simon", "daniel", "david", "michael", "benjamin", "francis", "paul", "vincent", "anthony", "patrick", "charles", "christian", "richard", "raymond", "peter",
		"bernard", "frederick", "walter", "oliver", "gilbert", "gregory", "leonard", "norman", "lawrence", "harvey", "herman", "dennis", "terry", "jordan", "alan", "ray", "keith", "glenn", "neal", "todd", "bryan", "ryan", "casey", "shannon", "kelly", "frank", "lester", "mack", "miles", "barry", "lloyd", "floyd", "roman", "conrad", "abel", "amir", "imran", "rosario", "maria", "cohen", "angel", "jan", "brock", "brady", "leal", "bruno", "anna", "hanna", "ashley", "courtney", "alison", "allison", "lynn", "lindsey", "whitney", "haley", "sierra", "luna", "shelby", "avery", "marion", "robin", "dana", "stuart", "clark", "roy", "louis", "gabriel", "samuel", "julian", "esteban", "ruben", "salvador", "randall", "curtis", "jerome", "dean", "ross", "bruce", "craig", "douglas", "gordon", "howard", "stanley", "vernon", "clifton", "arnold", "joyce", "rose", "pearl", "hope", "may", "grace", "carol", "guy", "valentine", "giles", "wyatt", "travis", "dillon", "dalton", "austin", "chase", "cody", "logan", "mason", "hunter", "tyler", "xu", "ma", "hu":
		return false
	}
	return true
}
