using System.Collections.Frozen;

namespace Monitor.Core.Language;

/// <summary>The words by which names are told apart: a desk that follows New Zealand and Australia meets these most.</summary>
internal static class NameWords
{
    public static readonly FrozenSet<string> Places = Lines(
        """
        new zealand|aotearoa|australia|auckland|wellington|christchurch|hamilton|tauranga|dunedin|napier|hastings|nelson|rotorua|whanganui|palmerston north|new plymouth
        invercargill|whangarei|whangārei|gisborne|timaru|queenstown|porirua|lower hutt|upper hutt|māngere|mangere|ōtara|otara|manukau|northland|waikato|taranaki|otago|canterbury|southland|marlborough
        bay of plenty|hawke's bay|hawkes bay|manawatū|manawatu|tasman|west coast|waiouru|paremoremo|south auckland|sydney|melbourne|brisbane|perth|adelaide|canberra|hobart|darwin|gold coast|sunshine coast|newcastle|wollongong
        geelong|cairns|townsville|alice springs|ipswich|logan|toowoomba|parramatta|new south wales|nsw|victoria|queensland|western australia|south australia|tasmania|northern territory|christmas island|nauru|manus island|norfolk island
        villawood|yongah hill|western sydney|fiji|suva|samoa|apia|tonga|nuku'alofa|nukuʻalofa|vanuatu|port vila|solomon islands|honiara|papua new guinea|png|port moresby|cook islands|rarotonga|niue|tokelau|tuvalu|kiribati|new caledonia
        marshall islands|palau|micronesia|guam|hawaii|pearl harbour|pearl harbor|indonesia|jakarta|bali|malaysia|kuala lumpur|singapore|thailand|bangkok|philippines|manila|vietnam|hanoi|china|beijing|shanghai|hong kong|taiwan|taipei
        japan|tokyo|south korea|north korea|seoul|india|new delhi|delhi|pakistan|sri lanka|bangladesh|afghanistan|kabul|iran|tehran|iraq|baghdad|israel|gaza|lebanon|beirut|syria|turkey|ankara|russia|moscow|ukraine|kyiv|germany|berlin|france|paris
        italy|rome|spain|madrid|poland|warsaw|netherlands|the hague|belgium|brussels|ireland|dublin|scotland|wales|england|london|united kingdom|uk|britain|great britain|united states|united states of america|us|usa|u.s|america|washington|washington dc
        new york|california|los angeles|san francisco|texas|florida|chicago|canada|ottawa|toronto|mexico|brazil|argentina|chile|south africa|kenya|egypt|cairo|nigeria|ethiopia|europe|asia|africa|middle east|south china sea|tasman sea
        pacific|indo-pacific|south pacific|pacific ocean|antarctica|taiwan strait|nz|wa|cbd|vic|qld|geneva|davos|guantanamo bay|tahiti|noumea|nouméa|east timor|timor-leste|dili|saudi arabia|qatar|dubai|myanmar|cambodia|laos|nepal|sweden|norway|finland|denmark
        """);

    /// <summary>Nouns that end the name of a place.</summary>
    public static readonly FrozenSet<string> PlaceEnds = Words(
        "street road avenue bay river island islands lake mount valley airport harbour harbor beach peninsula sea ocean strait gulf plains ranges mountains park square point creek falls heights bridge terrace quay wharf province territory prefecture county");

    /// <summary>Nouns that stand in the name of a body, mostly at its end, or before "of" and "for".</summary>
    public static readonly FrozenSet<string> BodyHeads = Words(
        """
        department ministry office court tribunal council party university union police corrections authority commission agency association trust bank group institute foundation
        parliament senate force army navy school college hospital board committee federation society club alliance network church company airlines airways herald times post news
        corporation limited ltd inc pty holdings cabinet treasury customs embassy consulate academy bureau inspectorate forum congress assembly league coalition party's centre center
        legislature institution secretariat movement mission taskforce unit service services command registry exchange orchestra museum library
        interpol serco reuters pentagon kremlin anz westpac qantas woolworths countdown fonterra amnesty unicef unhcr aukus nato asean asio asis gcsb nzsis nzdf adf afp rnz abc sbs aap tvnz acc fbi cia un who wto imf eu
        """);

    /// <summary>Heads that are a name by themselves.</summary>
    public static readonly FrozenSet<string> BodiesAlone = Words(
        "interpol serco reuters pentagon kremlin corrections parliament senate congress treasury customs cabinet qantas westpac fonterra amnesty");

    /// <summary>Bodies whose names hold none of the heads, and capitals that are bodies.</summary>
    public static readonly FrozenSet<string> Bodies = Lines(
        """
        labour|labor|act|new zealand first|nz first|te pāti māori|te pati maori|greens|the greens|white house|home affairs|border force|australian border force|immigration new zealand|oranga tamariki
        human rights watch|amnesty international|air new zealand|united nations|european union|world bank|red cross|salvation army|federal court|high court|supreme court|house of representatives|beehive|lowy institute
        kāinga ora|kainga ora|te puni kōkiri|waka kotahi|kiwirail|spark|stuff|newshub|newsroom|google|facebook|meta|microsoft|apple|amazon|tiktok
        """);

    /// <summary>Capitals that name nothing by themselves.</summary>
    public static readonly FrozenSet<string> NotNames = Words(
        """
        act acts bill treaty agreement pact day week month year summit inquiry report award awards cup games code constitution convention charter protocol declaration covid covid-19 tv mp mps ceo ai dna pm gdp gst
        dvd iq id pr hr it ok i section article part chapter schedule clause budget election mr mrs ms dr sir dame christmas easter anzac waitangi matariki anzus constable visa visas bible internet covid19 hiv aids suv ute atm
        australian australians zealander zealanders kiwi kiwis american americans british chinese japanese indian russian french german pacific european asian african māori maori pasifika samoan samoans tongan tongans fijian fijians
        islander islanders aboriginal indigenous western eastern northern southern muslim christian jewish english irish scottish catholic israeli palestinian iranian afghan vietnamese indonesian malaysian korean aussie aussies pākehā pakeha
        """);

    /// <summary>Nouns that are an office of their own.</summary>
    public static readonly FrozenSet<string> Offices = Words(
        "premier ombudsman attorney-general governor-general solicitor-general auditor-general president chancellor coroner governor speaker high-commissioner");

    /// <summary>Nouns that are an office with a word before them, or "of" and "for" after.</summary>
    public static readonly FrozenSet<string> OfficeHeads = Words(
        """
        minister commissioner secretary ambassador mayor director judge leader chair attorney-general governor-general solicitor-general auditor-general high-commissioner chairman chairwoman chairperson executive superintendent inspector sergeant general admiral marshal whip spokesman spokeswoman spokesperson
        president premier governor ombudsman speaker chancellor coroner prosecutor magistrate senator envoy treasurer commander chief
        """);

    /// <summary>Words in lower case that may stand before an office: "acting immigration minister".</summary>
    public static readonly FrozenSet<string> OfficeModifiers = Words(
        """
        prime deputy acting assistant foreign home immigration justice police corrections defence defense finance health education housing transport climate environment trade energy agriculture state national federal high chief district
        children's human rights race relations privacy children attorney opposition party labour labor greens national's shadow vice associate senior detective affairs internal external security cabinet permanent parliamentary under managing executive
        general district city regional border multicultural citizenship veterans women's youth social development local government public service services race ethnic communities pacific māori treaty disarmament
        """);

    private static FrozenSet<string> Words(string text) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static FrozenSet<string> Lines(string text) =>
        text.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
}
