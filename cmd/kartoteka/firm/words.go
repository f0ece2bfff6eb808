package firm

var (
	given = []string{"Adam", "Agata", "Barbara", "Celina", "Damian", "Dorota", "Edyta", "Emil", "Feliks", "Grażyna", "Hanna", "Igor", "Izabela", "Jacek",
		"Joanna", "Kamil", "Karolina", "Leon", "Lidia", "Łukasz", "Marta", "Michał", "Natalia", "Olga", "Paweł", "Renata", "Robert", "Sylwia", "Tomasz", "Wanda"}
	family = []string{"Borkowski", "Czajka", "Dudek", "Filipowski", "Głowacki", "Hajduk", "Janowski", "Kalinowski", "Kurek", "Lasocki", "Malinowski", "Nowicki",
		"Olszewski", "Pawlak", "Rogowski", "Sadowski", "Szulc", "Tarnowski", "Urban", "Walczak", "Wrona", "Zalewski", "Żuk", "Łapiński", "Świderski"}
	streets  = []string{"Akacjowa", "Brzozowa", "Cicha", "Długa", "Fiołkowa", "Górna", "Jasna", "Klonowa", "Lipowa", "Miodowa", "Nowa", "Ogrodowa", "Polna", "Rzemieślnicza", "Słoneczna", "Wesoła", "Zielona"}
	towns    = []string{"Białystok", "Bydgoszcz", "Gdynia", "Katowice", "Kielce", "Kraków", "Lublin", "Łódź", "Olsztyn", "Opole", "Poznań", "Radom", "Rzeszów", "Szczecin", "Toruń", "Warszawa", "Wrocław"}
	stickers = []string{"adresat nieznany", "wyprowadził się", "nie podjęto w terminie", "odmowa przyjęcia", "adres niepełny"}
)
