using System.Collections.Frozen;

namespace Monitor.Core.Stories.Quotes;

/// <summary>The words that quotes are recognised by.</summary>
internal static class SpeechWords
{
    /// <summary>Verbs that attribute a direct quote or, followed by a clause, a report of what was said.</summary>
    public static readonly FrozenSet<string> Saying = Set(
        """
        said says say suggests replied responded told tells argued argues warned warns claimed claims announced insisted insists stressed stresses noted notes explained
        explains added adds acknowledged conceded confirmed denied revealed admitted declared suggested maintained predicted promised pledged
        vowed testified estimated alleged reiterated repeated believes reported observed concluded stated indicated complained emphasised emphasized
        contended contends asserted asserts reckons reckoned submitted submits proclaimed disclosed hinted signalled assured
        """);

    /// <summary>Verbs that attribute only words in quotation marks.</summary>
    public static readonly FrozenSet<string> Quoting = Set(
        """
        asked asks replied replies responded wrote writes tweeted posted called calls described describes joked recalled urged demanded shouted
        quipped labelled dismissed remarked commented continued countered cautioned branded read reads agreed concludes admits
        laughed smiled sighed shrugged snapped insisted denounced condemned praised criticised accused hailed
        scoffed protested pleaded mused chuckled yelled chanted texted emailed growled grumbled muttered whispered fumed lamented enthused offered boasted
        reflected wondered answered interjected retorted slammed blasted welcomed mocked derided characterised characterized termed dubbed likened defended apologised
        """);

    /// <summary>Verbs that report a clause without "that": "argued the dam was safe".</summary>
    public static readonly FrozenSet<string> Clausal = Set(
        """
        said says say told tells added adds argued argues warned warns claimed claims insisted insists stressed noted notes explained acknowledged
        conceded admitted maintained suggested suggests believes complained predicted confirmed concluded saying adding warning insisting
        claiming arguing contended contends asserted asserts reckons reckoned
        found finds ruled rules held
        """);

    /// <summary>Verbs by which a court or a report says something, and others only do something.</summary>
    public static readonly FrozenSet<string> Finding = Set("found finds ruled rules held");

    /// <summary>Who finds in that sense.</summary>
    public static readonly FrozenSet<string> Finders = Set(
        "court tribunal judge justice magistrate coroner inquiry commission commissioner jury ombudsman authority report study audit auditor auditor-general review bench regulator committee panel board survey inquest");

    /// <summary>Words that a reported clause begins with.</summary>
    public static readonly FrozenSet<string> ClauseOpeners = Set("that it he she they there this we i you these those");

    /// <summary>Verbs that show that a clause, and not an object, follows.</summary>
    public static readonly FrozenSet<string> Finite = Set(
        "was is were are will would had has have could should might must did does may can needed remained wanted cannot");

    /// <summary>Participles that go on with what the subject of the sentence says.</summary>
    public static readonly FrozenSet<string> Participles = Set("saying adding calling describing telling warning arguing insisting noting asking writing claiming stressing explaining labelling");

    /// <summary>Before a verb: its subject only hears, or is spoken of ("was told", "is said to be").</summary>
    public static readonly FrozenSet<string> Passive = Set("is are was were be been being gets got");

    /// <summary>Words before a verb that make it no statement of its subject's.</summary>
    public static readonly FrozenSet<string> Undoing = Set("to not never cannot can't could couldn't would wouldn't will won't did didn't does doesn't do don't should must might may if whether let nobody declined refused");

    /// <summary>Words that may stand between a subject and its verb.</summary>
    public static readonly FrozenSet<string> Between = Set("long always often publicly has have had also later then earlier today yesterday tonight again now once still previously since already repeatedly himself herself themselves even simply just");

    public static readonly FrozenSet<string> Days = Set("monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december");

    public static readonly FrozenSet<string> Honorifics = Set("mr mrs ms miss mx dr sir dame prof rt hon rev");

    public static readonly FrozenSet<string> Male = Set(
        """
        mr sir he him his man father husband son brother spokesman chairman king businessman policeman boy uncle grandfather
        john david michael james peter paul robert mark george chris christopher steve steven stephen tom thomas andrew simon anthony tony bill william
        richard kevin brian gary graham graeme ian neil scott stuart daniel matthew luke adam ben benjamin sam samuel jack joe joseph winston gerry
        barry craig wayne dean greg gregory phil philip nick nicholas patrick tim timothy alan allan donald edward eric frank geoff hamish henry hugh
        jason jeff jonathan josh justin karl keith ken kenneth kieran lloyd malcolm martin murray nathan nigel oliver owen ray rodney roger ron ross
        russell sean shane shaun terry todd trevor tama wiremu hemi rangi hone matiu
        """);

    public static readonly FrozenSet<string> Female = Set(
        """
        mrs ms miss dame she her woman mother wife daughter sister spokeswoman chairwoman queen businesswoman policewoman girl aunt grandmother
        mary anna ana anne ann jane sarah sara emma kate katherine catherine helen judith jacinda julia julie susan sue lisa laura linda karen karin
        nicola nikki michelle melissa rachel rebecca penny penelope marama moana aroha mere hana huia kiri ngaire jenny jennifer jessica joanna joanne
        alison amanda amy angela barbara carol caroline charlotte chloe christine claire clare deborah diana donna elizabeth ella emily fiona frances
        gillian grace hannah heather holly ingrid irene jacqui jan janet jill joan joy kathryn kelly kim kirsty kylie leanne louise lucy lynn margaret
        maria marie megan natalie olivia pam patricia pauline priya robyn rose ruth sally samantha sandra sharon sophie stephanie tania tanya teresa
        tracey vanessa vicki victoria wendy zoe
        """);

    /// <summary>Nouns for what a person is or does.</summary>
    public static readonly FrozenSet<string> Roles = Set(
        """
        minister mayor leader spokesman spokeswoman spokesperson president premier secretary director manager chief chair chairman chairwoman
        chairperson commissioner inspector sergeant superintendent constable detective judge magistrate lawyer barrister solicitor professor researcher
        analyst economist expert officer official senator mp councillor ambassador envoy commander general colonel captain major admiral coach farmer
        resident teacher principal organiser advocate author scientist engineer doctor nurse owner founder treasurer attorney-general
        ombudsman coroner bishop archbishop ceo boss head campaigner activist historian lecturer witness neighbour mother father son daughter wife husband uncle aunt cousin friend colleague
        brother sister woman man deportee executive editor reporter chancellor vice-chancellor governor governor-general congressman congresswoman
        speaker whip adviser advisor consultant partner trustee pastor priest imam kaumātua kaumatua guard pilot driver skipper geologist
        seismologist physicist biologist ecologist epidemiologist psychologist surgeon paramedic firefighter fisherman grower developer architect planner
        prosecutor defence counsel counsellor worker employee student pupil parent tenant landlord survivor victim passenger customer
        diplomat sheriff mp's backbencher co-leader vice-president critic observer specialist veterinarian vet ranger warden curator artist singer actor
        player winger captain swimmer runner candidate negotiator strategist pollster academic meteorologist forecaster hydrologist volcanologist
        investigator justice prop hooker halfback striker goalkeeper batter bowler reader manager-general commuter tramper engineer-in-chief
        employer kuia koroua rangatira tumuaki kaiako caregiver carer caseworker buyer seller broker agent investor statistician demographer
        sociologist criminologist anthropologist archaeologist conservationist environmentalist naturalist shopkeeper shearer orchardist winemaker brewer baker butcher
        broadcaster presenter commentator columnist journalist photographer filmmaker producer musician composer poet novelist writer playwright
        cyclist motorist surfer lifeguard sailor jockey trainer referee umpire selector cricketer footballer retiree pensioner
        controller coordinator co-ordinator marshal registrar clerk vicar rabbi lobbyist chemist virologist psychiatrist physiotherapist
        contractor delegate counterpart midwife pharmacist dentist builder plumber electrician mechanic trader retailer publican chef
        """);

    /// <summary>Nouns for bodies that speak.</summary>
    public static readonly FrozenSet<string> Bodies = Set(
        """
        council government police ministry department agency company union court party board commission committee office army navy
        embassy university hospital bank association federation group firm association tribunal authority inquiry report study statement
        regulator airline trust charity coalition opposition administration cabinet palace parliament club school institute society
        residents farmers neighbours officials officers critics researchers scientists experts analysts economists lawyers ministers unions farmers teachers doctors nurses
        parents witnesses neighbours sources organisers inspectors prosecutors investigators families advocates campaigners authorities firefighters
        ambulance treasury customs immigration defence corrections watchdog network alliance chamber foundation bureau service jury
        iwi hapū whānau rūnanga radio newspaper magazine website station panel bench audit review survey petition
        document letter memo paper spokespeople leaders mayors ambassadors diplomats engineers passengers supporters opponents regulators
        """);

    /// <summary>Lower-case words that may stand inside a description before its noun.</summary>
    public static readonly FrozenSet<string> Modifiers = Set(
        """
        former acting deputy associate assistant shadow prime independent backbench crossbench emeritus fellow foreign federal state local chief senior junior vice interim outgoing incoming
        executive managing general national regional district city lead opposition high police government council union company party
        affairs home foreign-affairs climate health education transport defence justice finance trade housing immigration police environment agriculture energy security
        spokesperson human rights legal medical political dairy sheep beef retired veteran long-time longtime local international military
        army navy air ambulance fire rescue school university hospital court bank board club
        """);

    /// <summary>Capitalised words that make a run of capitals a body or a place rather than a person.</summary>
    public static readonly FrozenSet<string> NotPersons = Set(
        """
        council party department ministry university court bank association union zealand australia australian street road sydney
        government parliament house authority agency commission office trust group limited ltd inc federation institute hospital school college city
        police force army navy society club centre center board service services corporation company airlines airways times herald post news daily
        radio television kingdom states nations pacific america american british chinese asia europe european international national act bill treaty
        week day north south east west new united island islands river bay lake mount valley beach airport harbour bridge prison
        corrections customs treasury reserve high supreme district federal foundation network alliance guild tribunal inquiry review
        rūnanga runanga iwi hapū hapu ngāti ngati ngāi ngai ngāpuhi ngapuhi marae wānanga whare waka pāti whatu pūkenga kāhui labour labor greens liberal
        """);

    /// <summary>Words inside a name, with a small letter or, as in "Te Aho", a capital; "o" in the names of Māori bodies.</summary>
    public static readonly FrozenSet<string> Particles = Set("de van von der den bin al el la le te da di du o");

    /// <summary>Bodies whose name is an ordinary noun with a capital.</summary>
    public static readonly FrozenSet<string> NamedBodies = Set("corrections customs treasury immigration defence");

    /// <summary>What "according to" may name beside people and bodies.</summary>
    public static readonly FrozenSet<string> Sources = Set("figures documents data records papers emails estimates statistics research analysis polling modelling minutes transcripts filings accounts");

    /// <summary>Participles that join a noun to what was done with it ("a letter signed by"), beside those in -ed.</summary>
    public static readonly FrozenSet<string> Done = Set("written sent seen led given shown made run spoken held taken drawn");

    /// <summary>Words that a time or place after the verb begins with: "said on Tuesday", "said last week".</summary>
    public static readonly FrozenSet<string> Circumstances = Set("on in at after during to through last this yesterday today tonight earlier later");

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
