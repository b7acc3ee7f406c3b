"""The country a name belongs to: a place, a nationality, a capital, a seat of government.

    country_of("Islamabad") == "PAK"

Names come from babel (CLDR), pycountry (ISO 3166-1 and -2) and countryinfo (capitals, demonyms); the
tables here hold what those miss or leave open, in the spelling of the news, and win over them.
Everything is loaded at the first call. Codes are ISO 3166-1 alpha-3, and XKX for Kosovo, which has no
ISO code but this one in the user range, as the EU, the IMF and the World Bank use it.
"""

import functools
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Optional

import pycountry
from babel import Locale
from babel.core import get_global
from countryinfo import all_countries

# Labels under which any place may stand. A person's or a work's name is never a country.
PLACE_LABELS = ("GPE", "LOC", "FAC")
_NEVER_LABELS = ("PERSON", "WORK_OF_ART", "LANGUAGE", "LAW", "PRODUCT")

# Spellings of the news that no source has, or that several countries share there. Congo alone is the
# larger one in the style of AP and Reuters, which call the other Congo Republic.
NAMES = {
    "USA": "U.S., US, USA, U.S.A., United States of America, America, the States",
    "GBR": "UK, U.K., Britain, Great Britain, England, Scotland, Wales, Northern Ireland, United Kingdom",
    "RUS": "Russia, Russian Federation",
    "ARE": "UAE, U.A.E., Emirates, United Arab Emirates",
    "KOR": "South Korea, Republic of Korea, S. Korea, ROK",
    "PRK": "North Korea, DPRK, N. Korea",
    "CIV": "Ivory Coast, Cote d'Ivoire, Côte d’Ivoire",
    "MMR": "Burma, Myanmar",
    "CZE": "Czech Republic, Czechia",
    "MKD": "Macedonia, North Macedonia",
    "COD": "Congo, DRC, DR Congo, D.R. Congo, Democratic Republic of Congo, Zaire",
    "COG": "Congo Republic, Republic of Congo, Congo-Brazzaville",
    "PSE": "Palestine, Palestinian territories, Gaza, Gaza Strip, West Bank, Occupied Palestinian Territory",
    "SYR": "Syria",
    "IRN": "Iran, Islamic Republic",
    "AFG": "Afghanistan, Islamic Emirate of Afghanistan, Islamic Emirate",
    "XKX": "Kosovo",
    "TWN": "Taiwan",
    "CHN": "China, PRC, Mainland China",
    "HKG": "Hong Kong",
    "MAC": "Macau, Macao",
    "VAT": "Vatican, Holy See, Vatican City",
    "TLS": "East Timor, Timor-Leste, Timor Leste",
    "SWZ": "Swaziland, Eswatini",
    "CPV": "Cape Verde, Cabo Verde",
    "TUR": "Turkey, Turkiye, Türkiye",
    "NLD": "Netherlands, Holland",
    "LAO": "Laos", "VNM": "Vietnam", "MDA": "Moldova", "BOL": "Bolivia", "VEN": "Venezuela", "TZA": "Tanzania",
    "BRN": "Brunei", "FSM": "Micronesia", "BIH": "Bosnia, Bosnia-Herzegovina, Republika Srpska",
    "TTO": "Trinidad, Tobago, Trinidad and Tobago", "ATG": "Antigua", "STP": "Sao Tome",
    "SRB": "Serbia", "GEO": "Georgia", "IRL": "Ireland, Republic of Ireland", "GIN": "Guinea",
    "SOM": "Somalia, Somaliland, Puntland", "CAF": "Central African Republic, CAR",
    "PYF": "Tahiti", "VCT": "Saint Vincent", "KNA": "St. Kitts", "LCA": "St. Lucia",
}  # fmt: skip

DEMONYMS = {
    "USA": "American", "GBR": "British, Briton, Brit, English, Englishman, Englishmen, Scottish, Scot, Welsh, Northern Irish",
    "FRA": "French, Frenchman, Frenchmen, Frenchwoman", "IND": "Indian", "CHN": "Chinese", "NOR": "Norwegian",
    "PAK": "Pakistani", "AFG": "Afghan, Afghani", "SAU": "Saudi, Saudi Arabian", "ARE": "Emirati",
    "DEU": "German", "ESP": "Spanish, Spaniard", "POL": "Polish, Pole", "TUR": "Turkish, Turk",
    "SWE": "Swedish, Swede", "DNK": "Danish, Dane", "FIN": "Finnish, Finn", "ISL": "Icelandic, Icelander",
    "NLD": "Dutch, Dutchman, Dutchmen", "IRL": "Irish, Irishman, Irishmen", "CHE": "Swiss", "CZE": "Czech",
    "SVK": "Slovak, Slovakian", "SVN": "Slovene, Slovenian", "HRV": "Croatian, Croat", "SRB": "Serbian, Serb",
    "BIH": "Bosnian", "XKX": "Kosovar, Kosovan", "MKD": "Macedonian, North Macedonian", "HUN": "Hungarian",
    "KAZ": "Kazakh, Kazakhstani", "UZB": "Uzbek, Uzbekistani", "TJK": "Tajik, Tajikistani",
    "KGZ": "Kyrgyz, Kyrgyzstani", "TKM": "Turkmen", "AZE": "Azeri, Azerbaijani", "RUS": "Russian",
    "ARG": "Argentine, Argentinian, Argentinean", "ECU": "Ecuadorian, Ecuadorean", "SLV": "Salvadoran, Salvadorean",
    "DOM": "Dominican", "COD": "Congolese", "NPL": "Nepali, Nepalese", "PHL": "Philippine, Filipino, Filipina",
    "MDV": "Maldivian", "CPV": "Cape Verdean", "BWA": "Botswanan, Motswana, Batswana", "LSO": "Basotho, Mosotho",
    "TZA": "Tanzanian", "MMR": "Burmese, Myanmarese", "LAO": "Lao, Laotian", "TLS": "Timorese, East Timorese",
    "PSE": "Palestinian, Gazan", "SYR": "Syrian", "LUX": "Luxembourgish, Luxembourger", "MAR": "Moroccan",
    "ESH": "Sahrawi, Saharawi", "BFA": "Burkinabe", "NER": "Nigerien", "GNB": "Bissau-Guinean", "GIN": "Guinean",
    "COM": "Comorian, Comoran", "SYC": "Seychellois", "MUS": "Mauritian", "SOM": "Somali, Somalian",
    "PRI": "Puerto Rican", "HKG": "Hong Konger", "TWN": "Taiwanese", "NZL": "New Zealander, Kiwi", "AUS": "Australian, Aussie",
    "HND": "Honduran", "CRI": "Costa Rican", "GTM": "Guatemalan", "BHS": "Bahamian", "BRB": "Barbadian, Bajan",
    "TTO": "Trinidadian", "KNA": "Kittitian", "ATG": "Antiguan", "VUT": "Ni-Vanuatu", "STP": "Sao Tomean",
    "THA": "Thai", "ISR": "Israeli", "GRL": "Greenlander, Greenlandic", "SUR": "Surinamese", "DJI": "Djiboutian",
    "SWZ": "Swazi", "MCO": "Monegasque", "LIE": "Liechtensteiner", "GEO": "Georgian", "JOR": "Jordanian",
}  # fmt: skip

# Seats of government that stand for it, and bodies of one state that are named without it.
METONYMS = {
    "USA": "Washington, Washington D.C., Washington DC, Washington, D.C., D.C., White House, Pentagon, Capitol Hill, US Capitol, "
           "State Department, Oval Office, FBI, CIA, NSA, Foggy Bottom, Mar-a-Lago, Guantanamo, Guantanamo Bay",
    "GBR": "London, Downing Street, 10 Downing Street, No 10, No. 10, Whitehall, Westminster, Buckingham Palace, MI5, MI6, Scotland Yard",
    "RUS": "Moscow, Kremlin, State Duma, FSB, GRU",
    "CHN": "Beijing, Zhongnanhai, People's Liberation Army", "FRA": "Paris, Elysee, Elysee Palace, Quai d'Orsay",
    "DEU": "Berlin, Bundestag, Bundeswehr, Bundesrat", "ISR": "Jerusalem, Tel Aviv, Knesset, IDF, Mossad, Shin Bet",
    "IND": "New Delhi, Delhi, Lok Sabha, Rajya Sabha", "PAK": "Islamabad, Rawalpindi, Inter-Services Intelligence",
    "AFG": "Kabul, Loya Jirga", "KOR": "Seoul, Blue House", "PRK": "Pyongyang", "UKR": "Kyiv, Kiev, Verkhovna Rada",
    "IRN": "Tehran, Teheran, Majlis, IRGC, Revolutionary Guards, Revolutionary Guard, Islamic Revolutionary Guard Corps",
    "TUR": "Ankara", "PSE": "Ramallah, Gaza City, Palestinian Authority", "KAZ": "Astana, Nur-Sultan",
    "AUS": "Canberra", "MMR": "Naypyidaw, Naypyitaw, Yangon, Rangoon, Tatmadaw", "XKX": "Pristina, Prishtina", "SRB": "Belgrade",
    "NLD": "Amsterdam, The Hague", "ZAF": "Pretoria", "BOL": "La Paz", "LKA": "Colombo", "TZA": "Dar es Salaam, Dodoma",
    "YEM": "Sanaa, Sana'a", "NGA": "Abuja", "CIV": "Abidjan", "VAT": "Vatican City", "ESP": "Madrid, La Moncloa",
    "MDA": "Chisinau", "BRA": "Brasilia", "LBY": "Tripoli, Benghazi", "CYP": "Nicosia", "CHL": "Santiago",
}  # fmt: skip

# Cities and regions that stand in the news more often than in the sources.
PLACES = {
    "USA": "New York City, Manhattan, Brooklyn, Boston, San Francisco, Silicon Valley, Houston, Dallas, Seattle, Atlanta, Philadelphia, "
           "Miami, Las Vegas, Baltimore, Cleveland, Minneapolis, New Orleans, San Diego, Wall Street, Pittsburgh, St. Louis, Milwaukee, "
           "Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Hawaii, Idaho, Illinois, Indiana, "
           "Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, "
           "Nebraska, Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, "
           "Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington State, "
           "West Virginia, Wisconsin, Wyoming, Long Island, Los Angeles, Staten Island, Queens",
    "GBR": "Birmingham, Manchester, Glasgow, Edinburgh, Belfast, Cardiff, Liverpool, Leeds, Bristol, City of London",
    "PAK": "Karachi, Lahore, Peshawar, Quetta, Sindh, Balochistan, Khyber Pakhtunkhwa, Waziristan, North Waziristan, South Waziristan, "
           "Faisalabad, Swat",
    "AFG": "Kandahar, Herat, Jalalabad, Mazar-i-Sharif, Mazar-e-Sharif, Kunduz, Ghazni, Bagram, Panjshir, Nangarhar, Khost",
    "IND": "Mumbai, Bombay, Calcutta, Bangalore, Bengaluru, Chennai, Hyderabad, Ahmedabad, Srinagar, Gujarat, Uttar Pradesh, Bihar, "
           "Rajasthan, Maharashtra, Tamil Nadu, Karnataka, Haryana, Jammu and Kashmir, Ladakh, Manipur, Assam, Kerala, West Bengal",
    "CHN": "Wuhan, Guangzhou, Shenzhen, Xinjiang, Tibet, Chongqing, Tianjin, Hubei, Sichuan, Guangdong, Inner Mongolia, Lhasa",
    "RUS": "St. Petersburg, Saint Petersburg, Grozny, Chechnya, Dagestan, Ingushetia, Siberia, Belgorod, Kursk, Rostov-on-Don, Sochi, "
           "Beslan, Tatarstan",
    "UKR": "Kharkiv, Kharkov, Odesa, Odessa, Lviv, Donetsk, Luhansk, Lugansk, Donbas, Donbass, Crimea, Mariupol, Kherson, Zaporizhzhia, "
           "Dnipro, Bakhmut, Mykolaiv, Sevastopol, Bucha, Chernihiv, Sumy, Poltava",
    "IRQ": "Mosul, Basra, Kirkuk, Fallujah, Ramadi, Erbil, Arbil, Tikrit, Najaf, Karbala, Anbar, Iraqi Kurdistan, Sulaymaniyah, Nineveh",
    "SYR": "Aleppo, Homs, Idlib, Raqqa, Hama, Palmyra, Latakia, Deir al-Zor, Deir ez-Zor, Daraa, Kobani, Afrin, Eastern Ghouta",
    "PSE": "Khan Younis, Khan Yunis, Rafah, Jenin, Nablus, Hebron, East Jerusalem, Bethlehem, Jabalia",
    "ISR": "Haifa, Beersheba, Ashkelon, Ashdod, Negev, Sderot, Eilat", "LBN": "Tyre, Sidon, Bekaa, Bekaa Valley",
    "IRN": "Isfahan, Mashhad, Shiraz, Tabriz, Qom, Natanz, Bushehr, Fordow", "TUR": "Izmir, Diyarbakir, Gaziantep, Incirlik, Bosphorus",
    "SAU": "Jeddah, Mecca, Medina, Dhahran", "ARE": "Dubai, Abu Dhabi, Sharjah", "YEM": "Hodeidah, Hudaydah, Taiz, Marib, Aden",
    "EGY": "Alexandria, Sinai, Sharm el-Sheikh, Giza, Luxor, Suez, Suez Canal", "LBY": "Misrata, Sirte, Tobruk, Derna",
    "SDN": "Darfur, Omdurman, El Fasher, Port Sudan", "ETH": "Tigray, Amhara, Oromia, Mekelle", "KEN": "Mombasa, Kisumu, Garissa",
    "NGA": "Lagos, Kano, Maiduguri, Borno, Kaduna, Niger Delta, Port Harcourt", "COD": "Goma, Bukavu, North Kivu, South Kivu, Ituri",
    "ZAF": "Cape Town, Johannesburg, Durban, Soweto", "MLI": "Timbuktu, Gao, Kidal", "MOZ": "Cabo Delgado", "SOM": "Kismayo, Hargeisa",
    "DEU": "Munich, Frankfurt, Hamburg, Cologne, Bavaria, Stuttgart, Dresden, Leipzig, Duesseldorf",
    "FRA": "Marseille, Lyon, Nice, Strasbourg, Toulouse, Bordeaux, Calais, Corsica, Normandy, Lille",
    "ITA": "Milan, Naples, Turin, Venice, Florence, Sicily, Lampedusa, Genoa, Lombardy, Palermo, Sardinia, Bologna, Tuscany",
    "ESP": "Barcelona, Catalonia, Valencia, Seville, Basque Country, Bilbao, Andalusia, Canary Islands, Melilla, Ceuta",
    "CHE": "Geneva, Zurich, Davos, Basel, Lausanne", "BEL": "Antwerp, Flanders, Ghent", "NLD": "Rotterdam, Utrecht, Eindhoven, Rotterdam",
    "CAN": "Toronto, Montreal, Vancouver, Calgary, Quebec, Ontario, Alberta, British Columbia, Edmonton, Manitoba, Nova Scotia, Saskatchewan",
    "AUS": "Sydney, Melbourne, Brisbane, Perth, New South Wales, Queensland, Tasmania, Northern Territory, Western Australia, "
           "South Australia, Adelaide", "NZL": "Auckland, Christchurch",
    "JPN": "Osaka, Hiroshima, Fukushima, Nagasaki, Okinawa, Kyoto, Hokkaido, Yokohama, Sapporo, Nagoya", "KOR": "Busan, Incheon, Daegu",
    "BRA": "Rio de Janeiro, Rio, Sao Paulo, São Paulo, Salvador", "MEX": "Guadalajara, Tijuana, Acapulco, Sinaloa, Monterrey, Chiapas, Oaxaca",
    "COL": "Medellin, Cali, Cartagena", "VEN": "Maracaibo", "POL": "Krakow, Gdansk", "GRC": "Thessaloniki, Crete, Lesbos, Lesvos",
    "IDN": "Bali, Aceh, Sumatra, Java, Papua, West Papua, Sulawesi, Surabaya, Borneo", "PHL": "Mindanao, Davao, Marawi, Luzon, Cebu",
    "THA": "Chiang Mai, Phuket, Pattani", "VNM": "Ho Chi Minh City, Saigon", "MMR": "Rakhine, Mandalay, Shan State",
    "BGD": "Chittagong, Cox's Bazar", "LKA": "Jaffna", "SCG": "", "MDA": "Transnistria", "GEO": "Abkhazia, South Ossetia",
    "AZE": "Nagorno-Karabakh", "SWE": "Gothenburg, Malmo", "PER": "Cusco, Arequipa", "ARG": "Rosario, Patagonia", "CUB": "Santiago de Cuba",
}  # fmt: skip

# Words that are also a person, a bird, a company or a common noun: a country only where they are
# labelled a place or a people.
AMBIGUOUS = frozenset(
    ["georgia", "jordan", "chad", "turkey", "guinea", "nice", "car", "malta", "sydney", "victoria", "florence", "lima",
     "santiago", "virginia", "dallas", "houston", "jersey", "madeira", "islamic republic", "islamic emirate", "pole",
     "dane", "finn", "scot", "brit", "kiwi", "swat", "queens", "java", "rio", "gao", "medina"]
)  # fmt: skip

# Capitals, cities and provinces of the sources whose name is better known for another place, or for
# none in particular.
_LEFT_OPEN = frozenset(
    ["san jose", "georgetown", "victoria", "hamilton", "kingston", "plymouth", "stanley", "jamestown", "saint denis",
     "george town", "city of victoria", "douglas", "melbourne beach", "the valley", "center", "casey", "davis", "palmer",
     "norfolk", "petersburg", "midway", "troll", "unknown", "resolute", "cambridge bay", "chatham", "christmas",
     "easter", "knox", "oral", "san juan", "san luis", "st thomas", "st johns", "vostok", "wake", "nome", "dawson",
     "darwin", "santa cruz", "kingstown", "mary", "union", "amazonas", "western", "eastern", "northern", "southern",
     "central", "north", "south", "east", "west", "centre", "federal district", "capital", "coast", "highland",
     "reading", "york", "lincoln", "bath", "essex", "cordoba", "la paz", "marshall", "kent", "england", "sofia"]
)  # fmt: skip

# What may follow a nationality in the name of a body of that state.
_STATE_BODIES = frozenset(
    ["agency", "air", "armed", "army", "assembly", "authorities", "bank", "cabinet", "central", "chamber", "coast",
     "command", "congress", "council", "court", "defence", "defense", "department", "embassy", "federal", "finance",
     "fleet", "force", "forces", "foreign", "government", "guard", "health", "house", "intelligence", "interior",
     "justice", "marines", "military", "ministry", "national", "naval", "navy", "parliament", "police", "presidency",
     "rangers", "republic", "reserve", "security", "senate", "state", "supreme", "treasury"]
)  # fmt: skip


def country_of(name: str, label: Optional[str] = None) -> Optional[str]:
    """Return the alpha-3 code of the country that `name` is, lies in or governs, or None.

    `label` is the OntoNotes label the name bears, None if it is not known. People, works and laws have
    no country; words that may be something else (AMBIGUOUS) have one only as a place or a people; an
    organisation has one if its name says so ("Afghan Foreign Ministry", "Bank of Japan").

    >>> country_of("Pakistani"), country_of("the Kremlin"), country_of("Jordan", "PERSON")
    ('PAK', 'RUS', None)
    """
    if label in _NEVER_LABELS:
        return None
    key = _key(name)
    if key in AMBIGUOUS and label not in (*PLACE_LABELS, "NORP"):
        return None
    code = _states().get(key)
    if code is None and label in PLACE_LABELS:
        code = _places().get(key) or _within(key)
    if code is None and label in (None, "ORG", "EVENT", "FAC"):
        code = _of_body(key)
    return code


def state_named(name: str) -> Optional[str]:
    """Return the code of the country that `name` is a name of: not a capital, a seat or a nationality."""
    return _named().get(_key(name))


def _within(key: str) -> Optional[str]:
    """The country of "northern Pakistan", "Kandahar province", "Helsinki, Finland"."""
    words = key.split()
    if not words:
        return None
    for part in (words[1:] if words[0] in _DIRECTIONS else [], words[:-1] if words[-1] in _UNITS else []):
        rest = " ".join(part)
        if rest:
            return _states().get(rest) or _places().get(rest)
    return None


_DIRECTIONS = frozenset(
    ["north", "south", "east", "west", "central", "northern", "southern", "eastern", "western", "northeastern",
     "northwestern", "southeastern", "southwestern", "upper", "lower", "mainland", "downtown", "greater", "rural"]
)  # fmt: skip
_UNITS = frozenset(["province", "region", "city", "district", "state", "county", "prefecture", "oblast", "governorate"])


def _of_body(key: str) -> Optional[str]:
    words = key.split()
    for length in (1, 2):
        if len(words) > length and words[length] in _STATE_BODIES:
            code = _states().get(" ".join(words[:length]))
            if code:
                return code
    head, of, tail = key.rpartition(" of ")
    if of and _STATE_BODIES.intersection(head.split()):
        return _states().get(tail.removeprefix("the "))
    return None


@functools.cache
def _named() -> Mapping[str, str]:
    """Names of countries, by their key."""
    found: dict[str, set[str]] = {}
    by_alpha2 = {**_alpha3(), "XK": "XKX"}
    for alpha2, name in Locale("en").territories.items():
        if alpha2 in by_alpha2:
            _add(found, by_alpha2[alpha2], [name, name.replace("&", "and"), name.replace("St.", "Saint")])
    for country in pycountry.countries:
        names = [getattr(country, field, "") for field in ("name", "official_name", "common_name")]
        _add(found, country.alpha_3, names)
    for info in all_countries():
        code = info.iso(3)
        if code in by_alpha2.values():
            # Alternative spellings of three letters and fewer are codes, and some are words of other languages.
            spellings = [s for s in info.alt_spellings() if len(s) > 3 and s.isascii()]
            _add(found, code, [info.name(), *spellings])
    own: dict[str, set[str]] = {}
    for code, listed in NAMES.items():
        _add(own, code, _listed(listed))
    return {**_unshared(found), **_unshared(own)}


@functools.cache
def _alpha3() -> Mapping[str, str]:
    return {country.alpha_2: country.alpha_3 for country in pycountry.countries}


@functools.cache
def _states() -> Mapping[str, str]:
    """Names, nationalities and seats of government, by their key."""
    found: dict[str, set[str]] = {}
    codes = set(_alpha3().values())
    for info in all_countries():
        code = info.iso(3)
        if code in codes:
            _add(found, code, _inflected(re.split(r",|/| and ", info.demonym() or "")))
            capital = info.capital() or ""  # a list, where there are several
            _add(found, code, [capital] if isinstance(capital, str) else capital, _LEFT_OPEN)
    own: dict[str, set[str]] = {}
    for code, listed in METONYMS.items():
        _add(own, code, _listed(listed))
    for code, listed in DEMONYMS.items():
        _add(own, code, _inflected(_listed(listed)))
    return {**_unshared(found), **_named(), **_unshared(own)}


@functools.cache
def _places() -> Mapping[str, str]:
    """Cities and provinces, by their key."""
    found: dict[str, set[str]] = {}
    by_alpha2 = _alpha3()
    for division in pycountry.subdivisions:
        name = re.split(r" \[|,| oblast", division.name)[0]
        if len(name) > 3:
            _add(found, by_alpha2[division.country_code], [name], _LEFT_OPEN)
    for zone, alpha2 in get_global("zone_territories").items():
        if alpha2 in by_alpha2:
            _add(found, by_alpha2[alpha2], [zone.rsplit("/")[-1].replace("_", " ")], _LEFT_OPEN)
    own: dict[str, set[str]] = {}
    for code, names in PLACES.items():
        _add(own, code, _listed(names))
    return {**_unshared(found), **_unshared(own)}


def _listed(names: str) -> list[str]:
    return [name for name in names.split(", ") if name]


def _inflected(demonyms: Iterable[str]) -> list[str]:
    names = [demonym.strip() for demonym in demonyms if demonym.strip()]
    return names + [name + "s" for name in names if not name.endswith(("s", "ese", "ish", "ch", "men"))]


def _add(found: dict[str, set[str]], code: str, names: Iterable[str], but: Iterable[str] = ()) -> None:
    for name in names:
        key = _key(name)
        if key and key not in but:
            found.setdefault(key, set()).add(code)


def _unshared(found: Mapping[str, set[str]]) -> dict[str, str]:
    return {key: next(iter(codes)) for key, codes in found.items() if len(codes) == 1}


@functools.lru_cache(maxsize=20_000)
def _key(name: str) -> str:
    """`name` without case, accents, full stops, apostrophes and a leading article."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in ".'’‘ʻ`")
    return " ".join(bare.replace("-", " ").split()).removeprefix("the ")
