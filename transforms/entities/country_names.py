"""Reviewed spellings of countries, nationalities and places that the libraries' data misses or leaves open.

Each table has a line for each country, "CODE: name, name, ..."; indented lines go on.
"""

# Spellings of the news that no source has, or that several countries share there. Congo alone is the
# larger one in the style of AP and Reuters, which call the other Congo Republic.
NAMES = """
USA: U.S., US, USA, U.S.A., United States of America, America, the States
GBR: UK, U.K., Britain, Great Britain, United Kingdom
RUS: Russia, Russian Federation
ARE: UAE, U.A.E., Emirates, United Arab Emirates
KOR: South Korea, Republic of Korea, S. Korea, ROK
PRK: North Korea, DPRK, N. Korea
CIV: Ivory Coast, Cote d'Ivoire, Côte d’Ivoire
MMR: Burma, Myanmar
CZE: Czech Republic, Czechia
MKD: Macedonia, North Macedonia
COD: Congo, DRC, DR Congo, D.R. Congo, Democratic Republic of Congo, Zaire
COG: Congo Republic, Republic of Congo, Congo-Brazzaville
PSE: Palestine, Palestinian territories, Occupied Palestinian Territory
SYR: Syria
IRN: Iran, Islamic Republic
AFG: Afghanistan, Islamic Emirate of Afghanistan, Islamic Emirate
XKX: Kosovo
TWN: Taiwan
CHN: China, PRC
HKG: Hong Kong
MAC: Macau, Macao
VAT: Vatican, Holy See, Vatican City
TLS: East Timor, Timor-Leste, Timor Leste
SWZ: Swaziland, Eswatini
CPV: Cape Verde, Cabo Verde
TUR: Turkey, Turkiye, Türkiye
NLD: Netherlands, Holland
LAO: Laos
VNM: Vietnam
MDA: Moldova
BOL: Bolivia
VEN: Venezuela
TZA: Tanzania
BRN: Brunei
FSM: Micronesia
BIH: Bosnia, Bosnia-Herzegovina
TTO: Trinidad, Tobago, Trinidad and Tobago
ATG: Antigua
STP: Sao Tome
SRB: Serbia
GEO: Georgia
IRL: Ireland, Republic of Ireland
GIN: Guinea
SOM: Somalia
CAF: Central African Republic, CAR
VCT: Saint Vincent
KNA: St. Kitts
LCA: St. Lucia
"""

# Peoples and nationalities, in the singular; plurals in -s are made.
DEMONYMS = """
USA: American
GBR: British, Briton, Brit, English, Englishman, Englishmen, Scottish, Scot, Welsh, Northern Irish
FRA: French, Frenchman, Frenchmen, Frenchwoman
IND: Indian
CHN: Chinese
NOR: Norwegian
PAK: Pakistani
AFG: Afghan, Afghani
SAU: Saudi, Saudi Arabian
MDG: Malagasy, Madagascan
ARE: Emirati
DEU: German
ESP: Spanish, Spaniard
POL: Polish, Pole
TUR: Turkish, Turk
SWE: Swedish, Swede
DNK: Danish, Dane
FIN: Finnish, Finn
ISL: Icelandic, Icelander
NLD: Dutch, Dutchman, Dutchmen
IRL: Irish, Irishman, Irishmen
CHE: Swiss
CZE: Czech
SVK: Slovak, Slovakian
SVN: Slovene, Slovenian
HRV: Croatian, Croat
SRB: Serbian, Serb
BIH: Bosnian
XKX: Kosovar, Kosovan
MKD: Macedonian, North Macedonian
HUN: Hungarian
KAZ: Kazakh, Kazakhstani
UZB: Uzbek, Uzbekistani
TJK: Tajik, Tajikistani
KGZ: Kyrgyz, Kyrgyzstani
TKM: Turkmen
AZE: Azeri, Azerbaijani
RUS: Russian
ARG: Argentine, Argentinian, Argentinean
ECU: Ecuadorian, Ecuadorean
SLV: Salvadoran, Salvadorean
DOM: Dominican
COD: Congolese
NPL: Nepali, Nepalese
PHL: Philippine, Filipino, Filipina
MDV: Maldivian
CPV: Cape Verdean
BWA: Botswanan, Motswana, Batswana
LSO: Basotho, Mosotho
TZA: Tanzanian
MMR: Burmese, Myanmarese
LAO: Lao, Laotian
TLS: Timorese, East Timorese
PSE: Palestinian, Gazan
SYR: Syrian
LUX: Luxembourgish, Luxembourger
MAR: Moroccan
ESH: Sahrawi, Saharawi
BFA: Burkinabe
NER: Nigerien
GNB: Bissau-Guinean
GIN: Guinean
COM: Comorian, Comoran
SYC: Seychellois
MUS: Mauritian
SOM: Somali, Somalian
PRI: Puerto Rican
HKG: Hong Konger
TWN: Taiwanese
NZL: New Zealander, Kiwi
AUS: Australian, Aussie
HND: Honduran
CRI: Costa Rican
GTM: Guatemalan
BHS: Bahamian
BRB: Barbadian, Bajan
TTO: Trinidadian
KNA: Kittitian
ATG: Antiguan
VUT: Ni-Vanuatu
STP: Sao Tomean
THA: Thai
ISR: Israeli
GRL: Greenlander, Greenlandic
SUR: Surinamese
DJI: Djiboutian
SWZ: Swazi
MCO: Monegasque
LIE: Liechtensteiner
GEO: Georgian
JOR: Jordanian
"""

# Seats of government that stand for it, and bodies of one state that are named without it.
METONYMS = """
USA: Washington, Washington D.C., Washington DC, D.C., White House, Pentagon, Capitol Hill, US Capitol,
    State Department, Oval Office, FBI, CIA, NSA, Foggy Bottom, Mar-a-Lago, Guantanamo, Guantanamo Bay
GBR: London, Downing Street, 10 Downing Street, No 10, No. 10, Whitehall, Westminster, Buckingham Palace,
    MI5, MI6, Scotland Yard
RUS: Moscow, Kremlin, State Duma, FSB, GRU
CHN: Beijing, Zhongnanhai, People's Liberation Army
FRA: Paris, Elysee, Elysee Palace, Quai d'Orsay
DEU: Berlin, Bundestag, Bundeswehr, Bundesrat
ISR: Jerusalem, Tel Aviv, Knesset, IDF, Mossad, Shin Bet
IND: New Delhi, Delhi, Lok Sabha, Rajya Sabha
PAK: Islamabad, Rawalpindi, Inter-Services Intelligence
AFG: Kabul, Loya Jirga
KOR: Seoul, Blue House
PRK: Pyongyang
UKR: Kyiv, Kiev, Verkhovna Rada
IRN: Tehran, Teheran, Majlis, IRGC, Revolutionary Guards, Revolutionary Guard, Islamic Revolutionary Guard
    Corps
TUR: Ankara
PSE: Ramallah, Gaza City, Palestinian Authority
KAZ: Astana, Nur-Sultan
AUS: Canberra
MMR: Naypyidaw, Naypyitaw, Yangon, Rangoon, Tatmadaw
XKX: Pristina, Prishtina
SRB: Belgrade
NLD: Amsterdam, The Hague
ZAF: Pretoria
BOL: La Paz
LKA: Colombo
TZA: Dar es Salaam, Dodoma
YEM: Sanaa, Sana'a
NGA: Abuja
CIV: Abidjan
VAT: Vatican City
ESP: Madrid, La Moncloa
MDA: Chisinau
BRA: Brasilia
LBY: Tripoli, Benghazi
CYP: Nicosia
CHL: Santiago
"""

# Parts of a country that the news names like one.
PARTS = """
GBR: England, Scotland, Wales, Northern Ireland
PSE: Gaza, Gaza Strip, West Bank, East Jerusalem
CHN: Mainland China, Tibet, Xinjiang
BIH: Republika Srpska
SOM: Somaliland, Puntland
PYF: Tahiti
UKR: Crimea
RUS: Chechnya
"""

# Cities and regions of the news.
PLACES = """
USA: Ala., Ariz., Ark., Calif., Colo., Conn., Del., Fla., Ga., Ill., Kan., Ky., Md., Mass., Mich., Minn.,
    Miss., Mo., Mont., Neb., Nev., N.H., N.J., N.M., N.Y., N.C., N.D., Okla., Ore., Pa., R.I., S.C., S.D.,
    Tenn., Va., Vt., Wash., W.Va., Wis., Wyo., Tulsa, Newark, Cincinnati, Columbus, Orlando, Charlotte,
    Sacramento, Albany, Nashville, Memphis, Oakland, Buffalo, Tampa, El Paso, San Antonio, Salt Lake City,
    New York City, Manhattan, Brooklyn, Boston, San Francisco, Silicon Valley, Houston, Dallas, Seattle,
    Atlanta, Philadelphia, Miami, Las Vegas, Baltimore, Cleveland, Minneapolis, New Orleans, San Diego, Wall
    Street, Pittsburgh, St. Louis, Milwaukee, Alabama, Alaska, Arizona, Arkansas, California, Colorado,
    Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana,
    Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada,
    New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon,
    Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia,
    Washington State, West Virginia, Wisconsin, Wyoming, Long Island, Los Angeles, Staten Island, Queens
GBR: Birmingham, Manchester, Glasgow, Edinburgh, Belfast, Cardiff, Liverpool, Leeds, Bristol, City of London
PAK: Karachi, Lahore, Peshawar, Quetta, Sindh, Balochistan, Khyber Pakhtunkhwa, Waziristan, North
    Waziristan, South Waziristan, Faisalabad, Swat
AFG: Kandahar, Herat, Jalalabad, Mazar-i-Sharif, Mazar-e-Sharif, Kunduz, Ghazni, Bagram, Panjshir,
    Nangarhar, Khost
IND: Mumbai, Bombay, Calcutta, Bangalore, Bengaluru, Chennai, Hyderabad, Ahmedabad, Srinagar, Gujarat, Uttar
    Pradesh, Bihar, Rajasthan, Maharashtra, Tamil Nadu, Karnataka, Haryana, Jammu and Kashmir, Ladakh,
    Manipur, Assam, Kerala, West Bengal
CHN: Wuhan, Guangzhou, Shenzhen, Xinjiang, Tibet, Chongqing, Tianjin, Hubei, Sichuan, Guangdong, Inner
    Mongolia, Lhasa
RUS: St. Petersburg, Saint Petersburg, Grozny, Chechnya, Dagestan, Ingushetia, Siberia, Belgorod, Kursk,
    Rostov-on-Don, Sochi, Beslan, Tatarstan
UKR: Kharkiv, Kharkov, Odesa, Odessa, Lviv, Donetsk, Luhansk, Lugansk, Donbas, Donbass, Crimea, Mariupol,
    Kherson, Zaporizhzhia, Dnipro, Bakhmut, Mykolaiv, Sevastopol, Bucha, Chernihiv, Sumy, Poltava
IRQ: Mosul, Basra, Kirkuk, Fallujah, Ramadi, Erbil, Arbil, Tikrit, Najaf, Karbala, Anbar, Iraqi Kurdistan,
    Sulaymaniyah, Nineveh
SYR: Aleppo, Homs, Idlib, Raqqa, Hama, Palmyra, Latakia, Deir al-Zor, Deir ez-Zor, Daraa, Kobani, Afrin,
    Eastern Ghouta
PSE: Khan Younis, Khan Yunis, Rafah, Jenin, Nablus, Hebron, East Jerusalem, Bethlehem, Jabalia
ISR: Haifa, Beersheba, Ashkelon, Ashdod, Negev, Sderot, Eilat
LBN: Tyre, Sidon, Bekaa, Bekaa Valley
IRN: Isfahan, Mashhad, Shiraz, Tabriz, Qom, Natanz, Bushehr, Fordow
TUR: Izmir, Diyarbakir, Gaziantep, Incirlik, Bosphorus
SAU: Jeddah, Mecca, Medina, Dhahran
ARE: Dubai, Abu Dhabi, Sharjah
YEM: Hodeidah, Hudaydah, Taiz, Marib, Aden
EGY: Alexandria, Sinai, Sharm el-Sheikh, Giza, Luxor, Suez, Suez Canal
LBY: Misrata, Sirte, Tobruk, Derna
SDN: Darfur, Omdurman, El Fasher, Port Sudan
ETH: Tigray, Amhara, Oromia, Mekelle
KEN: Mombasa, Kisumu, Garissa
NGA: Lagos, Kano, Maiduguri, Borno, Kaduna, Niger Delta, Port Harcourt
COD: Goma, Bukavu, North Kivu, South Kivu, Ituri
ZAF: Cape Town, Johannesburg, Durban, Soweto
MLI: Timbuktu, Gao, Kidal
MOZ: Cabo Delgado
SOM: Kismayo, Hargeisa
DEU: Munich, Frankfurt, Hamburg, Cologne, Bavaria, Stuttgart, Dresden, Leipzig, Duesseldorf
FRA: Marseille, Lyon, Nice, Strasbourg, Toulouse, Bordeaux, Calais, Corsica, Normandy, Lille
ITA: Milan, Naples, Turin, Venice, Florence, Sicily, Lampedusa, Genoa, Lombardy, Palermo, Sardinia, Bologna,
    Tuscany
ESP: Barcelona, Catalonia, Valencia, Seville, Basque Country, Bilbao, Andalusia, Canary Islands, Melilla,
    Ceuta
CHE: Geneva, Zurich, Davos, Basel, Lausanne
BEL: Antwerp, Flanders, Ghent
NLD: Rotterdam, Utrecht, Eindhoven
CAN: Toronto, Montreal, Vancouver, Calgary, Quebec, Ontario, Alberta, British Columbia, Edmonton, Manitoba,
    Nova Scotia, Saskatchewan
AUS: Sydney, Melbourne, Brisbane, Perth, New South Wales, Queensland, Tasmania, Northern Territory, Western
    Australia, South Australia, Adelaide
NZL: Auckland, Christchurch
JPN: Osaka, Hiroshima, Fukushima, Nagasaki, Okinawa, Kyoto, Hokkaido, Yokohama, Sapporo, Nagoya
KOR: Busan, Incheon, Daegu
BRA: Rio de Janeiro, Rio, Sao Paulo, São Paulo, Salvador
MEX: Guadalajara, Tijuana, Acapulco, Sinaloa, Monterrey, Chiapas, Oaxaca
COL: Medellin, Cali, Cartagena
VEN: Maracaibo
POL: Krakow, Gdansk
GRC: Thessaloniki, Crete, Lesbos, Lesvos
IDN: Bali, Aceh, Sumatra, Java, Papua, West Papua, Sulawesi, Surabaya, Borneo
PHL: Mindanao, Davao, Marawi, Luzon, Cebu
THA: Chiang Mai, Phuket, Pattani
VNM: Ho Chi Minh City, Saigon
MMR: Rakhine, Mandalay, Shan State
BGD: Chittagong, Cox's Bazar
LKA: Jaffna
MDA: Transnistria
GEO: Abkhazia, South Ossetia
AZE: Nagorno-Karabakh
SWE: Gothenburg, Malmo
PER: Cusco, Arequipa
ARG: Rosario, Patagonia
CUB: Santiago de Cuba
"""


def read(table: str) -> dict[str, list[str]]:
    """Return the names in the lines of a table, by their code."""
    lines = table.replace("\n    ", " ").strip().splitlines()
    return {line[:3]: line[5:].split(", ") for line in lines}
