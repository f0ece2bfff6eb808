package lexicon

// PolishBase gives the given name that a Polish diminutive stands for, "" when
// it is none. Written from general knowledge.
func PolishBase(key string) string {
	switch key {
	case "adas", "adasiek":
		return "adam"
	case "agatka":
		return "agata"
	case "aga", "agnisia", "agusia":
		return "agnieszka"
	case "olek", "alek":
		return "aleksander"
	case "ola", "olka", "olenka":
		return "aleksandra"
	case "ala", "alusia":
		return "alicja"
	case "jedrek", "andrzejek", "endrju":
		return "andrzej"
	case "anetka":
		return "aneta"
	case "andzela":
		return "angelika"
	case "ania", "anka", "andzia", "anusia", "anula", "aneczka":
		return "anna"
	case "antek", "antos", "tolek":
		return "antoni"
	case "tosia":
		return "antonina"
	case "arek":
		return "arkadiusz"
	case "arturek":
		return "artur"
	case "basia", "baska", "basienka":
		return "barbara"
	case "bartek":
		return "bartlomiej"
	case "bartus":
		return "bartosz"
	case "beatka", "becia":
		return "beata"
	case "bodzio":
		return "bogdan"
	case "bogus":
		return "boguslaw"
	case "bogusia":
		return "boguslawa"
	case "bolek":
		return "boleslaw"
	case "bozenka":
		return "bozena"
	case "bronek":
		return "bronislaw"
	case "bronia":
		return "bronislawa"
	case "cela":
		return "cecylia"
	case "czarek":
		return "cezary"
	case "czesiek", "czesio":
		return "czeslaw"
	case "czesia":
		return "czeslawa"
	case "damianek":
		return "damian"
	case "danka", "danusia":
		return "danuta"
	case "darek":
		return "dariusz"
	case "dawidek":
		return "dawid"
	case "domino":
		return "dominik"
	case "domka":
		return "dominika"
	case "dorotka", "dosia":
		return "dorota"
	case "edek", "edzio":
		return "edward"
	case "edytka":
		return "edyta"
	case "ela", "elka", "elunia", "bieta", "elzunia":
		return "elzbieta"
	case "emilka":
		return "emilia"
	case "gienek", "genek":
		return "eugeniusz"
	case "gienia", "genia":
		return "eugenia"
	case "ewka", "ewcia", "ewunia":
		return "ewa"
	case "ewelinka":
		return "ewelina"
	case "felek":
		return "feliks"
	case "franek", "franus":
		return "franciszek"
	case "frania":
		return "franciszka"
	case "gabrysia", "gaba":
		return "gabriela"
	case "gienka":
		return "genowefa"
	case "grazynka", "graza":
		return "grazyna"
	case "grzesiek", "grzes", "grzesio":
		return "grzegorz"
	case "halinka", "hala":
		return "halina"
	case "hania", "hanka", "haneczka":
		return "hanna"
	case "hela", "helenka":
		return "helena"
	case "heniek", "henio":
		return "henryk"
	case "ignas":
		return "ignacy"
	case "irenka":
		return "irena"
	case "irek":
		return "ireneusz"
	case "iwonka":
		return "iwona"
	case "iza", "izka", "izabella":
		return "izabela"
	case "jacus":
		return "jacek"
	case "jadzia", "jadwisia", "wisia":
		return "jadwiga"
	case "kuba", "kubus":
		return "jakub"
	case "janek", "jas", "jasiek", "jasio":
		return "jan"
	case "janka", "janeczka":
		return "janina"
	case "januszek":
		return "janusz"
	case "jarek":
		return "jaroslaw"
	case "jurek", "jerzyk":
		return "jerzy"
	case "asia", "aska", "joasia", "joaska":
		return "joanna"
	case "jola", "jolka":
		return "jolanta"
	case "jozek", "jozio":
		return "jozef"
	case "jozia":
		return "jozefa"
	case "julka", "jula":
		return "julia"
	case "justynka":
		return "justyna"
	case "kacperek":
		return "kacper"
	case "kamilek":
		return "kamil"
	case "kamilka", "kama":
		return "kamila"
	case "karolek":
		return "karol"
	case "karolinka", "karola":
		return "karolina"
	case "kasia", "kaska", "kasienka", "katarzynka":
		return "katarzyna"
	case "kazik", "kazio", "kazek":
		return "kazimierz"
	case "kazia":
		return "kazimiera"
	case "klaudusia":
		return "klaudia"
	case "kondzio":
		return "konrad"
	case "krysia", "kryska":
		return "krystyna"
	case "krystek":
		return "krystian"
	case "krzysiek", "krzys", "krzysio", "krzychu":
		return "krzysztof"
	case "lodzia":
		return "leokadia"
	case "lesiu":
		return "leszek"
	case "ludek":
		return "ludwik"
	case "lukaszek":
		return "lukasz"
	case "maciek", "macius":
		return "maciej"
	case "magda", "madzia", "magdusia":
		return "magdalena"
	case "maks", "maksio":
		return "maksymilian"
	case "gosia", "goska", "malgosia", "malgoska", "gocha":
		return "malgorzata"
	case "marcinek":
		return "marcin"
	case "mareczek":
		return "marek"
	case "marysia", "maryska", "marycha":
		return "maria"
	case "marianka":
		return "marianna"
	case "marianek":
		return "marian"
	case "mariuszek":
		return "mariusz"
	case "martusia":
		return "marta"
	case "mati", "mateuszek":
		return "mateusz"
	case "michas", "michalek", "misiek":
		return "michal"
	case "mietek", "mieciu":
		return "mieczyslaw"
	case "miecia":
		return "mieczyslawa"
	case "mikolajek", "miki":
		return "mikolaj"
	case "mirek":
		return "miroslaw"
	case "mirka":
		return "miroslawa"
	case "monia":
		return "monika"
	case "natalka", "nati":
		return "natalia"
	case "patka":
		return "patrycja"
	case "patrys":
		return "patryk"
	case "paulinka":
		return "paulina"
	case "pawelek", "pawcio":
		return "pawel"
	case "piotrek", "piotrus":
		return "piotr"
	case "przemek", "przemo":
		return "przemyslaw"
	case "radek":
		return "radoslaw"
	case "rafalek":
		return "rafal"
	case "reginka":
		return "regina"
	case "renatka", "renia":
		return "renata"
	case "robus", "robercik":
		return "robert"
	case "romek":
		return "roman"
	case "rysiek", "rysio":
		return "ryszard"
	case "seba":
		return "sebastian"
	case "slawek":
		return "slawomir"
	case "slawka":
		return "slawomira"
	case "staszek", "stasiek", "stas", "stasio":
		return "stanislaw"
	case "stasia", "staszka":
		return "stanislawa"
	case "stefek", "stefcio":
		return "stefan"
	case "stefa", "stefcia":
		return "stefania"
	case "sylwek":
		return "sylwester"
	case "sylwka":
		return "sylwia"
	case "szymek":
		return "szymon"
	case "tadek", "tadzio":
		return "tadeusz"
	case "tereska", "terenia":
		return "teresa"
	case "tomek", "tomus":
		return "tomasz"
	case "ula", "ulka", "urszulka":
		return "urszula"
	case "wacek":
		return "waclaw"
	case "waldek":
		return "waldemar"
	case "wandzia":
		return "wanda"
	case "wera", "weronka":
		return "weronika"
	case "wiesiek", "wieslawek":
		return "wieslaw"
	case "wiesia", "wieska":
		return "wieslawa"
	case "wiktorek":
		return "wiktor"
	case "wika":
		return "wiktoria"
	case "wiola", "wioleta", "violetta":
		return "wioletta"
	case "witek":
		return "witold"
	case "wladek", "wladzio":
		return "wladyslaw"
	case "wladzia":
		return "wladyslawa"
	case "wlodek":
		return "wlodzimierz"
	case "wojtek", "wojtus":
		return "wojciech"
	case "zbyszek", "zbych", "zbysiu":
		return "zbigniew"
	case "zdzisiek", "zdzich":
		return "zdzislaw"
	case "zdzisia":
		return "zdzislawa"
	case "zosia", "zoska":
		return "zofia"
	case "zuzia", "zuza":
		return "zuzanna"
	case "zygmus", "zyga":
		return "zygmunt"
	}
	return ""
}
