package lexicon

// EnglishBase gives the given name that an English short form stands for, ""
// when it is none. Forms of several names (Alex, Chris) are left alone.
// Written from general knowledge.
func EnglishBase(key string) string {
	switch key {
	case "abby":
		return "abigail"
	case "al", "bert":
		return "albert"
	case "alec", "sandro", "xander":
		return "alexander"
	case "alf":
		return "alfred"
	case "andy":
		return "andrew"
	case "angie":
		return "angela"
	case "annie":
		return "ann"
	case "tony":
		return "anthony"
	case "art", "artie":
		return "arthur"
	case "barb", "babs", "barbie":
		return "barbara"
	case "bea":
		return "beatrice"
	case "ben", "benny", "benji":
		return "benjamin"
	case "bernie":
		return "bernard"
	case "bev":
		return "beverly"
	case "brad":
		return "bradley"
	case "cal":
		return "calvin"
	case "lyn":
		return "carolyn"
	case "cathy", "kathy", "cath":
		return "catherine"
	case "charlie", "chuck", "chas", "charley":
		return "charles"
	case "chrissy":
		return "christine"
	case "topher", "kit":
		return "christopher"
	case "clem":
		return "clarence"
	case "cliff":
		return "clifford"
	case "clint":
		return "clinton"
	case "cindy":
		return "cynthia"
	case "dan", "danny", "dani":
		return "daniel"
	case "dave", "davey":
		return "david"
	case "deb", "debbie", "debby", "debra":
		return "deborah"
	case "dee":
		return "delores"
	case "denny":
		return "dennis"
	case "don", "donnie":
		return "donald"
	case "dot", "dottie", "dolly":
		return "dorothy"
	case "doug":
		return "douglas"
	case "ed", "eddie", "ned":
		return "edward"
	case "win":
		return "edwin"
	case "ellie", "nell":
		return "eleanor"
	case "liz", "lizzie", "beth", "betsy", "betty", "liza", "eliza", "bess", "libby":
		return "elizabeth"
	case "em":
		return "emily"
	case "emmy":
		return "emma"
	case "ernie":
		return "ernest"
	case "gene":
		return "eugene"
	case "evie":
		return "evelyn"
	case "flo":
		return "florence"
	case "fran", "franny":
		return "frances"
	case "fred", "freddie", "freddy":
		return "frederick"
	case "gabe":
		return "gabriel"
	case "gerry":
		return "gerald"
	case "geri":
		return "geraldine"
	case "gertie":
		return "gertrude"
	case "gil":
		return "gilbert"
	case "greg":
		return "gregory"
	case "gwen":
		return "gwendolyn"
	case "hal":
		return "harold"
	case "hattie":
		return "harriet"
	case "hank", "harry":
		return "henry"
	case "herb":
		return "herbert"
	case "howie":
		return "howard"
	case "ike":
		return "isaac"
	case "bella", "izzy":
		return "isabella"
	case "jake":
		return "jacob"
	case "jackie", "jacqui":
		return "jacqueline"
	case "jim", "jimmy", "jamie", "jimmie":
		return "james"
	case "jay":
		return "jason"
	case "jeff", "geoff", "geoffrey":
		return "jeffrey"
	case "jen", "jenny", "jenn":
		return "jennifer"
	case "jem":
		return "jeremy"
	case "jerry":
		return "jerome"
	case "jess", "jessie":
		return "jessica"
	case "jack", "johnny", "jon", "johnnie":
		return "john"
	case "jonny":
		return "jonathan"
	case "joe", "joey":
		return "joseph"
	case "josh":
		return "joshua"
	case "josie":
		return "josephine"
	case "judy", "jude":
		return "judith"
	case "jules":
		return "julie"
	case "kate", "katie", "kathryn", "kathie", "katy", "kat":
		return "katherine"
	case "kath":
		return "kathleen"
	case "ken", "kenny":
		return "kenneth"
	case "kim":
		return "kimberly"
	case "larry", "lars":
		return "lawrence"
	case "len", "lenny":
		return "leonard"
	case "les":
		return "leslie"
	case "lil", "lilly", "lily":
		return "lillian"
	case "lindy":
		return "linda"
	case "lou", "louie":
		return "louis"
	case "lucy":
		return "lucille"
	case "maddie":
		return "madeline"
	case "maggie", "meg", "peggy", "peg", "marge", "margie", "madge":
		return "margaret"
	case "marty":
		return "martin"
	case "mattie":
		return "martha"
	case "molly", "polly", "mamie":
		return "mary"
	case "matt", "matty":
		return "matthew"
	case "max":
		return "maxwell"
	case "meggie":
		return "megan"
	case "mel", "missy":
		return "melissa"
	case "mike", "mick", "mickey", "micky", "mikey":
		return "michael"
	case "shelly":
		return "michelle"
	case "millie":
		return "mildred"
	case "nan":
		return "nancy"
	case "nat":
		return "natalie"
	case "nate", "nathan":
		return "nathaniel"
	case "nick", "nicky", "nicholaus":
		return "nicholas"
	case "nikki":
		return "nicole"
	case "norm":
		return "norman"
	case "ollie":
		return "oliver"
	case "pam":
		return "pamela"
	case "pat", "patty", "patsy", "tricia", "trish", "patti":
		return "patricia"
	case "paddy":
		return "patrick"
	case "pete":
		return "peter"
	case "phil", "phillip":
		return "philip"
	case "cilla":
		return "priscilla"
	case "rach":
		return "rachel"
	case "randy":
		return "randall"
	case "ray":
		return "raymond"
	case "becky", "becca":
		return "rebecca"
	case "rich", "rick", "ricky", "dick", "richie":
		return "richard"
	case "bob", "bobby", "rob", "robbie", "bobbie":
		return "robert"
	case "bertie":
		return "roberta"
	case "rod":
		return "rodney"
	case "ron", "ronnie":
		return "ronald"
	case "rosie":
		return "rosemary"
	case "russ":
		return "russell"
	case "sammie":
		return "samantha"
	case "sam", "sammy":
		return "samuel"
	case "sandy":
		return "sandra"
	case "sadie":
		return "sarah"
	case "shari":
		return "sharon"
	case "shirl":
		return "shirley"
	case "sid":
		return "sidney"
	case "stan":
		return "stanley"
	case "steph", "steffie":
		return "stephanie"
	case "steve", "steven", "stevie":
		return "stephen"
	case "stu", "stewart":
		return "stuart"
	case "sue", "susie", "suzy", "suzanne":
		return "susan"
	case "syl":
		return "sylvia"
	case "terry", "terrence":
		return "terence"
	case "ted", "teddy", "theo":
		return "theodore"
	case "terri", "tess":
		return "theresa"
	case "tom", "tommy", "thom":
		return "thomas"
	case "tim", "timmy":
		return "timothy"
	case "trace":
		return "tracy"
	case "ty":
		return "tyler"
	case "val":
		return "valerie"
	case "roni":
		return "veronica"
	case "vic":
		return "victor"
	case "vicky", "vicki", "vickie", "tori":
		return "victoria"
	case "vince", "vinnie":
		return "vincent"
	case "ginny", "ginger":
		return "virginia"
	case "viv":
		return "vivian"
	case "walt", "wally":
		return "walter"
	case "wes":
		return "wesley"
	case "bill", "will", "billy", "willie", "liam", "willy":
		return "william"
	case "winnie":
		return "winifred"
	case "zach", "zack", "zac":
		return "zachary"
	}
	return ""
}
