"""Names of people, peoples and countries: titles, demonyms, and when two names are one.

Countries, demonyms and capitals follow the CIA World Factbook's "nationality" field and ISO 3166
English short names, in the forms that news text uses.
"""

from __future__ import annotations

import re

_COUNTRIES = """
Afghanistan:Afghan,Afghans:Kabul|Albania:Albanian:Tirana|Algeria:Algerian:Algiers
Angola:Angolan:Luanda|Argentina:Argentine,Argentinian:Buenos Aires|Armenia:Armenian:Yerevan
Australia:Australian:Canberra|Austria:Austrian:Vienna|Azerbaijan:Azerbaijani:Baku
Bahrain:Bahraini:Manama|Bangladesh:Bangladeshi:Dhaka|Belarus:Belarusian:Minsk
Belgium:Belgian:Brussels|Bolivia:Bolivian:La Paz|Bosnia:Bosnian:Sarajevo
Brazil:Brazilian:Brasilia|Bulgaria:Bulgarian:Sofia|Cambodia:Cambodian:Phnom Penh
Cameroon:Cameroonian:Yaounde|Canada:Canadian:Ottawa|Chad:Chadian:N'Djamena
Chile:Chilean:Santiago|China:Chinese:Beijing|Colombia:Colombian:Bogota|Congo:Congolese:Kinshasa
Croatia:Croatian,Croat:Zagreb|Cuba:Cuban:Havana|Cyprus:Cypriot:Nicosia
Czech Republic:Czech:Prague|Denmark:Danish,Dane,Danes:Copenhagen|Ecuador:Ecuadorian:Quito
Egypt:Egyptian:Cairo|El Salvador:Salvadoran:San Salvador|Eritrea:Eritrean:Asmara
Estonia:Estonian:Tallinn|Ethiopia:Ethiopian:Addis Ababa|Finland:Finnish,Finn,Finns:Helsinki
France:French:Paris|Gabon:Gabonese:Libreville|Gambia:Gambian:Banjul|Georgia:Georgian:Tbilisi
Germany:German:Berlin|Ghana:Ghanaian:Accra|Greece:Greek:Athens|Guatemala:Guatemalan:
Guinea:Guinean:Conakry|Haiti:Haitian:Port-au-Prince|Honduras:Honduran:Tegucigalpa
Hungary:Hungarian:Budapest|Iceland:Icelandic,Icelander:Reykjavik
India:Indian:New Delhi|Indonesia:Indonesian:Jakarta|Iran:Iranian:Tehran|Iraq:Iraqi:Baghdad
Ireland:Irish:Dublin|Israel:Israeli:Jerusalem|Italy:Italian:Rome|Jamaica:Jamaican:Kingston
Japan:Japanese:Tokyo|Jordan:Jordanian:Amman|Kazakhstan:Kazakh:Astana|Kenya:Kenyan:Nairobi
Kosovo:Kosovar:Pristina|Kuwait:Kuwaiti:Kuwait City|Kyrgyzstan:Kyrgyz:Bishkek
Laos:Laotian:Vientiane|Latvia:Latvian:Riga|Lebanon:Lebanese:Beirut|Liberia:Liberian:Monrovia
Libya:Libyan:Tripoli|Lithuania:Lithuanian:Vilnius|Luxembourg:Luxembourgish:
Madagascar:Malagasy:Antananarivo|Malawi:Malawian:Lilongwe|Malaysia:Malaysian:Kuala Lumpur
Mali:Malian:Bamako|Malta:Maltese:Valletta|Mauritania:Mauritanian:Nouakchott
Mexico:Mexican:Mexico City|Moldova:Moldovan:Chisinau|Mongolia:Mongolian:Ulaanbaatar
Montenegro:Montenegrin:Podgorica|Morocco:Moroccan:Rabat|Mozambique:Mozambican:Maputo
Myanmar:Burmese:Naypyidaw|Namibia:Namibian:Windhoek|Nepal:Nepalese,Nepali:Kathmandu
Netherlands:Dutch:The Hague|New Zealand:New Zealander:Wellington|Nicaragua:Nicaraguan:Managua
Niger:Nigerien:Niamey|Nigeria:Nigerian:Abuja|North Korea:North Korean:Pyongyang
North Macedonia:Macedonian:Skopje|Norway:Norwegian:Oslo|Oman:Omani:Muscat
Pakistan:Pakistani:Islamabad|Palestine:Palestinian:Ramallah|Panama:Panamanian:Panama City
Paraguay:Paraguayan:Asuncion|Peru:Peruvian:Lima|Philippines:Philippine,Filipino:Manila
Poland:Polish,Pole,Poles:Warsaw|Portugal:Portuguese:Lisbon|Qatar:Qatari:Doha
Romania:Romanian:Bucharest|Russia:Russian:Moscow|Rwanda:Rwandan:Kigali
Saudi Arabia:Saudi:Riyadh|Senegal:Senegalese:Dakar|Serbia:Serbian,Serb:Belgrade
Sierra Leone:Sierra Leonean:Freetown|Singapore:Singaporean:|Slovakia:Slovak:Bratislava
Slovenia:Slovenian,Slovene:Ljubljana|Somalia:Somali:Mogadishu|South Africa:South African:Pretoria
South Korea:South Korean:Seoul|South Sudan:South Sudanese:Juba
Spain:Spanish,Spaniard:Madrid|Sri Lanka:Sri Lankan:Colombo|Sudan:Sudanese:Khartoum
Sweden:Swedish,Swede,Swedes:Stockholm|Switzerland:Swiss:Bern|Syria:Syrian:Damascus
Taiwan:Taiwanese:Taipei|Tajikistan:Tajik:Dushanbe|Tanzania:Tanzanian:Dodoma
Thailand:Thai:Bangkok|Togo:Togolese:Lome|Tunisia:Tunisian:Tunis
Turkey:Turkish,Turk:Ankara|Turkmenistan:Turkmen:Ashgabat|Uganda:Ugandan:Kampala
Ukraine:Ukrainian:Kyiv,Kiev|United Arab Emirates:Emirati:Abu Dhabi
United Kingdom:British,Briton,Britons:London|United States:American,U.S.,US:Washington
Uruguay:Uruguayan:Montevideo|Uzbekistan:Uzbek:Tashkent|Venezuela:Venezuelan:Caracas
Vietnam:Vietnamese:Hanoi|Yemen:Yemeni:Sanaa|Zambia:Zambian:Lusaka|Zimbabwe:Zimbabwean:Harare
England:English:|Scotland:Scottish,Scot:Edinburgh|Wales:Welsh:Cardiff
European Union:European,EU:
"""


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    nations: dict[str, str] = {}
    capitals: dict[str, str] = {}
    for record in re.split(r"[|\n]", _COUNTRIES.strip()):
        country, demonyms, cities = record.split(":")
        nations[country.lower()] = country
        for demonym in filter(None, demonyms.split(",")):
            nations[demonym.lower()] = country
            if demonym[-1] == "n":
                nations[demonym.lower() + "s"] = country
        for city in filter(None, cities.split(",")):
            capitals[city.lower()] = country
    nations.update(
        {"britain": "United Kingdom", "uk": "United Kingdom", "america": "United States"}
    )
    nations.update({"u.k.": "United Kingdom", "usa": "United States", "u.s": "United States"})
    nations.update({"u.n.": "United Nations", "uae": "United Arab Emirates"})
    return nations, capitals


NATIONS, CAPITALS = _tables()
"""Lower-case country name or demonym → country; lower-case capital → country."""

MALE_TITLES = frozenset("mr mr. sir lord king prince father brother chairman".split())
FEMALE_TITLES = frozenset(
    "mrs mrs. ms ms. miss madam dame lady queen princess sister chairwoman".split()
)
MALE_ROLES = frozenset(
    "spokesman businessman chairman actor king prince father son brother husband man boy "
    "grandfather uncle nephew "
    "policeman fireman congressman councilman salesman gunman widower fisherman "
    "boyfriend monk priest".split()
)
FEMALE_ROLES = frozenset(
    "spokeswoman businesswoman chairwoman actress queen princess mother daughter sister wife woman "
    "girl grandmother aunt niece policewoman congresswoman councilwoman widow girlfriend nun "
    "waitress".split()
)

TITLES = frozenset(
    """
    mr mrs ms miss dr prof professor sir lord lady dame president vice prime minister chancellor
    king queen prince princess pope senator sen rep representative governor gov mayor judge
    justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt corporal
    admiral adm commander commissioner chief inspector detective constable superintendent officer
    sheriff deputy secretary ambassador councillor councilor councilman councilwoman
    spokesman spokeswoman spokesperson director chairman chairwoman chair coach manager striker
    midfielder captain archbishop bishop cardinal reverend rev father sister imam rabbi
    foreign defence defense interior finance health justice attorney congressman
    congresswoman analyst economist professor actor actress singer author ceo executive
    agent challenger dispatcher foreman forewoman
    """.split()
)
"""Words before a personal name that are no part of it (lower case, without full stop)."""

COURTESY = frozenset(
    "mr mrs ms miss dr prof professor sir dame madam senator commissioner councillor inspector "
    "sergeant constable".split()
)
"""Of these, titles that stand before nothing but a person's name: "King Street" is a street."""

EPITHETS = frozenset(
    """
    hero heroic plucky furious angry tragic grieving devastated heartbroken shamed disgraced
    embattled beleaguered veteran outspoken popular local retired disabled injured wounded
    terrified shaken stunned shocked relieved defiant tearful pregnant widowed homeless jailed
    missing murdered controversial legendary celebrated acclaimed award-winning little young old
    poor lucky unlucky cheeky busy proud former ex outgoing incoming newly-elected then
    """.split()
)
"""Adjectives that tabloids put before a name."""

STREET_WORDS = frozenset(
    """
    street road lane avenue square drive close crescent boulevard alley terrace row mews gardens
    place park quay wharf embankment highway motorway bridge gate hill heath common green yard
    estate bay harbour harbor island lake river valley forest station airport stadium arena hall
    """.split()
)
"""Last words of places in a town, which a parser takes for surnames: "Mill Lane"."""

LEADER_ROLES = frozenset(
    "president leader premier chancellor king queen emperor ruler dictator pm".split()
)
"""Roles that "the ... leader" may stand for; a prime minister leads as "minister"."""

PERSON_ROLES = (
    LEADER_ROLES
    | MALE_ROLES
    | FEMALE_ROLES
    | frozenset(
        """
    minister mayor governor senator secretary spokesperson commissioner chief director chairperson
    chair manager coach captain commander general colonel sheriff judge prosecutor lawyer attorney
    officer official expert analyst professor scientist researcher doctor surgeon economist
    ambassador envoy diplomat lawmaker politician candidate republican democrat conservative
    founder owner executive ceo singer author writer player striker goalkeeper midfielder
    defender boxer champion driver pilot suspect defendant victim inmate prisoner
    teacher student nurse teenager adviser advisor aide head inspector detective superintendent
    billionaire tycoon activist bishop archbishop pope cardinal engineer farmer
    boss quarterback forward winger referee lead investigator coroner pathologist epidemiologist
    seismologist geologist astronomer councillor councilor deputy journalist reporter
    agent challenger dispatcher foreman forewoman archivist curator
    """.split()
    )
)

HEADING_ROLES = LEADER_ROLES | frozenset(
    """
    boss minister mayor governor commissioner chief director chairman chairwoman chairperson chair
    manager coach captain commander founder owner executive ceo head superintendent dispatcher
    foreman forewoman curator engineer
    """.split()
)
"""Roles whose "we" is the body that they are named with: "the head of the harbour office"."""

EXECUTIVE_ROLES = frozenset(
    "chief director chairman chairwoman chairperson chair executive ceo head manager owner founder "
    "boss superintendent curator".split()
)
"""Of these, heads with whose voice a body speaks; one who governs speaks in his own."""

HEADING_VERBS = frozenset("head lead run chair direct manage own found command".split())
"""What such a person does: "Berg, who heads the guild"."""

ORG_ROLES = frozenset(
    """
    agency service bureau department ministry directorate authority office commission committee
    council company firm corporation group bank union party court police team club
    university hospital school institute organisation organization association federation
    administration government parliament senate congress assembly board regulator operator
    manufacturer airline carrier utility retailer maker charity foundation army navy military
    brigade regiment newspaper broadcaster watchdog body tribunal inquiry embassy inspectorate
    laboratory consortium network league fund insurer developer supplier producer center centre
    college museum trust church publisher automaker carmaker drugmaker lender
    staff mission headquarters command campaign delegation panel jury brigade patrol
    society coalition alliance tribunal prosecutor observatory survey studio label force
    """.split()
)
"""Heads of phrases that name an institution."""

GENERIC_ORG = frozenset(
    """
    agency service bureau department directorate authority office commission body organisation
    organization
    """.split()
)
"""Institution heads that writers exchange for one another."""

COMPANY_WORDS = frozenset(
    """
    builder giant startup brewer miner chipmaker grocer shipbuilder wholesaler
    company firm corporation operator manufacturer airline carrier utility retailer maker developer
    group supplier producer insurer bank lender automaker carmaker drugmaker publisher business
    """.split()
)

COMPANY_SUFFIXES = frozenset(
    """
    inc inc. corp corp. ltd ltd. plc llc co co. gmbh ag sa holdings group industries airlines
    mining oil gas steel foods electric telecom media insurance capital partners labs solutions
    software chemicals cement shipping railways hydro petroleum tech toys brewing robotics airways
    lines ferries pipelines construction logistics pharmaceuticals aviation aerospace retail cells
    rail energy motors pharma bank systems technologies biologics therapeutics biotech biosciences
    genomics diagnostics healthcare dynamics analytics networks ventures resources engineering
    aggregates dairies breweries properties haulage freight textiles ceramics plastics metals
    minerals fisheries fertilisers renewables turbines instruments pharmaceutical
    """.split()
)

_TITLE_SPLIT = re.compile(r"\s+")


def nation_of(word: str) -> str | None:
    """Return the country that a name or demonym stands for, or None."""
    return NATIONS.get(word.lower().removesuffix("'s").removesuffix("’s"))


def strip_titles(name: str) -> str:
    """Return ``name`` without leading titles and possessive; the last word always stays."""
    words = [w for w in _TITLE_SPLIT.split(name.strip()) if w]
    if words and words[-1] in {"'s", "’s", "'", "’"}:
        words.pop()
    if words:
        words[-1] = re.sub(r"['’]s?$", "", words[-1]) or words[-1]
    while len(words) > 1 and (
        words[0].lower().rstrip(".") in TITLES or words[0].lower() in {"the", "former", "ex"}
    ):
        words.pop(0)
    return " ".join(words)


def surname(name: str) -> str:
    """Return the last word of ``name``, without a generation suffix (Jr, Sr, III)."""
    words = name.replace(",", " ").split()
    while len(words) > 1 and words[-1].rstrip(".").lower() in {"jr", "sr", "ii", "iii", "iv"}:
        words.pop()
    return words[-1] if words else ""


def same_person(short: str, full: str) -> bool:
    """Whether ``short`` can be a shorter form of the personal name ``full``.

    "Berg" and "Anna Berg", "A. Berg" and "Anna Berg" can; "Karl Berg" and "Anna Berg" cannot.
    """
    a, b = strip_titles(short).split(), strip_titles(full).split()
    if not a or not b or len(a) > len(b):
        return False
    if [w.lower() for w in a] == [w.lower() for w in b]:
        return True
    if len(a) == 1:
        return len(b) > 1 and a[0].lower() in {surname(full).lower(), b[0].lower()}
    if surname(short).lower() != surname(full).lower():
        return False
    first, other = a[0].rstrip(".").lower(), b[0].lower()
    return first == other or (len(first) == 1 and other.startswith(first))


def gender_of_title(words: list[str]) -> str | None:
    """Return "m" or "f" where a title or role among ``words`` tells it, else None."""
    lowered = {w.lower() for w in words}
    if lowered & FEMALE_TITLES or lowered & FEMALE_ROLES:
        return "f"
    if lowered & MALE_TITLES or lowered & MALE_ROLES:
        return "m"
    return None
