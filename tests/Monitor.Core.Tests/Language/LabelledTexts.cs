namespace Monitor.Core.Tests.Language;

/// <summary>Texts in our own words, each with every name in it. The second list was written after the reader: what it
/// showed of how names join was mended, and no word was added for it.</summary>
internal static class LabelledTexts
{
    public static IReadOnlyList<LabelledText> Known { get; } =
    [
        new("Immigration minister Tom Karavas said on Tuesday that 41 people had been sent back to New Zealand since July. Karavas told Parliament the number would rise.")
        {
            People = ["Tom Karavas"], Offices = ["Immigration minister"], Organisations = ["Parliament"], Places = ["New Zealand"],
        },
        new("The Administrative Review Tribunal in Brisbane refused to restore the visa of Daniel Hohepa, 38. His lawyer, Vera Lindqvist, said he would ask the Federal Court to look at it again.")
        {
            People = ["Daniel Hohepa", "Vera Lindqvist"], Organisations = ["Administrative Review Tribunal", "Federal Court"], Places = ["Brisbane"],
        },
        new("Prime Minister Ruth Amesbury and her Australian counterpart, Colin Dray, met in Canberra on Friday. Amesbury raised the deportations; Dray said the law would stay.")
        {
            People = ["Ruth Amesbury", "Colin Dray"], Offices = ["Prime Minister"], Places = ["Canberra"],
        },
        new("A spokesperson for the Department of Corrections said that eleven returned offenders lived in the house in Māngere. Police were told of it in March.")
        {
            Organisations = ["Department of Corrections"], Places = ["Māngere"],
        },
        new("Australia's Home Affairs Minister Paul Venn said the Australian Border Force had put three men on a flight from Perth to Auckland.")
        {
            People = ["Paul Venn"], Offices = ["Home Affairs Minister"], Organisations = ["Australian Border Force"], Places = ["Australia", "Perth", "Auckland"],
        },
        new("Under Article IV of the Anzus Treaty the parties act to meet the common danger, Professor Ingrid Solheim of the University of Otago told the committee. The United States has said little.")
        {
            People = ["Ingrid Solheim"], Organisations = ["University of Otago"], Places = ["United States"],
        },
        new("Rimu Civil will build the new jail near Waiouru. \"We start in May,\" chief executive Pare Walker said. The Ministry of Justice pays for it.")
        {
            People = ["Pare Walker"], Offices = ["chief executive"], Organisations = ["Ministry of Justice"], Places = ["Waiouru"],
        },
        new("The Minister for Foreign Affairs, Winston Aldous, flies to Washington next week. He will meet the secretary of state and officials of the Pentagon.")
        {
            People = ["Winston Aldous"], Offices = ["Minister for Foreign Affairs", "secretary of state"], Organisations = ["Pentagon"], Places = ["Washington"],
        },
        new("Police commissioner Grant Tolley said gangs such as the Comancheros had grown in Auckland and Tauranga. The Police Association wants more officers.")
        {
            People = ["Grant Tolley"], Offices = ["Police commissioner"], Organisations = ["Police Association"], Places = ["Auckland", "Tauranga"],
        },
        new("The Human Rights Commission has asked the High Court for leave to speak. Commissioner Mere Paki called the Christmas Island centre a disgrace.")
        {
            People = ["Mere Paki"], Organisations = ["Human Rights Commission", "High Court"], Places = ["Christmas Island"],
        },
        new("In the Bay of Plenty the mayor of Tauranga, Sione Leota, opened a hostel. The Salvation Army runs it with money from the Ministry of Social Development.")
        {
            People = ["Sione Leota"], Offices = ["mayor of Tauranga"], Organisations = ["Salvation Army", "Ministry of Social Development"], Places = ["Bay of Plenty", "Tauranga"],
        },
        new("RNZ reported that Serco, which runs the prison in Wiri, had lost the contract. The company would not comment.")
        {
            Organisations = ["RNZ", "Serco"],
        },
        new("On Monday the Senate passed the bill by 34 votes to 29. Senator Joan Petrie crossed the floor. \"It is wrong,\" she said in Hobart.")
        {
            People = ["Joan Petrie"], Offices = [], Organisations = ["Senate"], Places = ["Hobart"],
        },
        new("The attorney-general, Hugh Marden, advised cabinet that section 501 of the Migration Act stood. His opposite number, Labor's Kim Oates, disagreed.")
        {
            People = ["Hugh Marden", "Kim Oates"], Offices = ["attorney-general"], Organisations = ["Labor"],
        },
        new("Three New Zealanders were held at Villawood in western Sydney when the fire broke out. Refugee advocate Ian Rintel said nobody was hurt.")
        {
            People = ["Ian Rintel"], Places = ["Villawood", "Sydney"],
        },
        new("Dr Leilani Faleafa, a criminologist at Victoria University of Wellington, has followed 200 returnees for ten years. Faleafa's report goes to Oranga Tamariki.")
        {
            People = ["Leilani Faleafa"], Organisations = ["Victoria University of Wellington", "Oranga Tamariki"],
        },
        new("Nothing has changed for the family. They wait for a letter, and for a date, and for somebody to answer the telephone."),
        new("The Lowy Institute's Jonas Pryor said Beijing would read the statement closely. China has warned Japan and the Philippines over the South China Sea.")
        {
            People = ["Jonas Pryor"], Organisations = ["Lowy Institute"], Places = ["Beijing", "China", "Japan", "Philippines", "South China Sea"],
        },
        new("Judge Helen Tamihana sent the man to prison for two years at the Hamilton District Court. The prosecutor, Sam Whaiapu, had asked for three.")
        {
            People = ["Helen Tamihana", "Sam Whaiapu"], Organisations = ["Hamilton District Court"],
        },
        new("Deputy prime minister Aroha Kingi said the treaty of 1951 still bound both countries. The defence minister was in Singapore with General Alan Stroud.")
        {
            People = ["Aroha Kingi", "Alan Stroud"], Offices = ["Deputy prime minister", "defence minister"], Places = ["Singapore"],
        },
    ];

    public static IReadOnlyList<LabelledText> HeldOut { get; } =
    [
        new("Justice Minister Claire Bowden has asked the Law Commission to look at parole for people who are deported. Bowden said the Parole Board had no file on most of them.")
        {
            People = ["Claire Bowden"], Offices = ["Justice Minister"], Organisations = ["Law Commission", "Parole Board"],
        },
        new("A man who was flown from Melbourne to Christchurch in handcuffs has won his case. The Supreme Court found that the minister, Andrew Gill, had not read the file.")
        {
            People = ["Andrew Gill"], Organisations = ["Supreme Court"], Places = ["Melbourne", "Christchurch"],
        },
        new("\"We were never told,\" said Moana Rapata, who runs a shelter in Porirua. She has written to the Ombudsman and to Amnesty International.")
        {
            People = ["Moana Rapata"], Offices = ["Ombudsman"], Organisations = ["Amnesty International"], Places = ["Porirua"],
        },
        new("Warships of the Royal Australian Navy and the New Zealand Defence Force sailed from Darwin on Sunday. Rear Admiral Peter Vance called it routine.")
        {
            People = ["Peter Vance"], Offices = ["Rear Admiral"], Organisations = ["Royal Australian Navy", "New Zealand Defence Force"], Places = ["Darwin"],
        },
        new("Queensland premier Diane Moffat wants those convicted of violent crime removed faster. The state's Council for Civil Liberties said that she was playing to the gallery in Townsville.")
        {
            People = ["Diane Moffat"], Offices = ["premier"], Organisations = ["Council for Civil Liberties"], Places = ["Queensland", "Townsville"],
        },
        new("Foreign minister Keith Osgood will host the United States ambassador in Wellington. The White House would not say whether Anzus was on the list.")
        {
            People = ["Keith Osgood"], Offices = ["Foreign minister"], Organisations = ["White House"], Places = ["United States", "Wellington"],
        },
        new("Detective Inspector Ross Hannan said two of the accused came back from Sydney in 2023. The gang has chapters in Napier, Hastings and Gisborne.")
        {
            People = ["Ross Hannan"], Offices = ["Detective Inspector"], Places = ["Sydney", "Napier", "Hastings", "Gisborne"],
        },
        new("Immigration New Zealand counted 96 arrivals in October. Its general manager, Tania Corbett, told the Herald that the Department of Home Affairs gives a week's notice at most.")
        {
            People = ["Tania Corbett"], Offices = ["general manager"], Organisations = ["Immigration New Zealand", "Department of Home Affairs", "Herald"],
        },
        new("The Pacific Islands Forum meets in Suva. Fiji's prime minister, Joni Vakatale, and Samoa's opposition leader want deportation on the agenda.")
        {
            People = ["Joni Vakatale"], Offices = ["prime minister", "opposition leader"], Organisations = ["Pacific Islands Forum"], Places = ["Suva", "Fiji", "Samoa"],
        },
        new("Former governor-general Dame Judith Hale chairs the inquiry. It will hear from Corrections, from Te Puni Kōkiri and from families in Whangārei.")
        {
            People = ["Judith Hale"], Offices = ["governor-general"], Organisations = ["Corrections", "Te Puni Kōkiri"], Places = ["Whangārei"],
        },
        new("Greens senator Nick Ballard asked the Australian Federal Police for the figures. They went to the Senate on Thursday night, and to Stefan Brandt of the Refugee Council of Australia.")
        {
            People = ["Nick Ballard", "Stefan Brandt"], Organisations = ["Australian Federal Police", "Senate", "Refugee Council of Australia", "Greens"],
        },
        new("Rain is expected from Northland to Taranaki, MetService says. State Highway 1 is closed north of Kaiwaka.")
        {
            Organisations = ["MetService"], Places = ["Northland", "Taranaki", "Kaiwaka"],
        },
    ];
}

/// <summary>A text with what it names; a name that comes twice is there once.</summary>
internal sealed record LabelledText(string Text)
{
    public string[] People { get; init; } = [];

    public string[] Offices { get; init; } = [];

    public string[] Organisations { get; init; } = [];

    public string[] Places { get; init; } = [];
}
