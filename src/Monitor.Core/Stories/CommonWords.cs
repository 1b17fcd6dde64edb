namespace Monitor.Core.Stories;

/// <summary>
/// How common a word is before the stream has said anything: the share of stories whose headline or first lines hold it. A desk's
/// first hour would otherwise take "police" for a rare word. Rough steps are enough, as the stream itself refines them.
/// </summary>
internal static class CommonWords
{
    /// <summary>Share of stories for a word that is in none of the lists.</summary>
    public const double Unlisted = 0.0004;

    private const string Grammar =
        """
        a an the this that these those some any all both each every either neither no not nor only own same so such than too very
        and or but if then else because as until while of at by for with about against between into through during before after
        above below to from up down in out on off over under again further once here there when where why how what which who whom
        whose i me my we us our you your he him his she her it its they them their themselves himself herself itself
        am is are was were be been being have has had having do does did doing done can cannot could should would shall will may might
        must ought just also still yet ever never now more most less least much many few lot lots other another others
        s t d ll re ve m o y don didn doesn isn wasn aren won wouldn couldn shouldn hasn haven hadn ain let lets via per amid among
        upon within without toward towards around across along behind beyond near since though although however whether even
        one two dont cant wont isnt doesnt didnt wasnt youre theyre heres thats whats
        """;

    private const string Everywhere =
        """
        say said says new news year years day days week weeks month months time times today tonight yesterday tomorrow first last next
        make makes made making get gets got getting take takes took taken taking go goes going gone went come comes came coming
        see sees seen saw look looks looking give gives given giving gave find finds found use uses used using want wants wanted
        tell tells told ask asks asked know knows known think thinks thought call calls called calling need needs needed
        show shows showed shown showing set sets help helps helped keep keeps kept put puts back good best better big bigger biggest
        bad worse worst great little long old young high higher highest low lower lowest large small early late later right wrong
        man men woman women people person child children family families home house life world country state states city town
        way ways thing things part parts place places case cases point points group groups company companies government public
        three four five six seven eight nine ten half second third million billion thousand hundred per cent percent number numbers
        update updates updated report reports reported reporting reporter review reviews reviewed video videos photo photos picture pictures
        watch live latest breaking exclusive analysis opinion editorial column blog post posts interview talks talk top story stories
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday morning night evening weekend
        start starts started end ends ended begin begins began open opens opened close closes closed run runs running ran
        plan plans planned planning move moves moved work works worked working worker workers job jobs back ahead away
        will us uk am pm via mr mrs ms dr says amp full free real true like could well got really actually finally already almost soon
        """;

    private const string Newsroom =
        """
        police court courts judge jury trial charge charges charged guilty jail jailed prison sentence sentenced arrest arrested arrests
        murder killed kill kills killing dead death deaths die dies died dying crash crashes crashed fire fires attack attacks attacked
        victim victims injured injury missing search body shooting shot gun guns knife assault rape drug drugs theft crime criminal
        minister ministers prime president government opposition party parties labor labour liberal national nationals greens coalition
        senate senator congress house parliament mp mps leader leaders election elections vote votes voted voter voters poll polls bill law laws
        policy policies budget tax taxes cut cuts cutting spending funding fund funds money cost costs price prices rise rises rose rising
        fall falls fell falling drop drops dropped increase increases increased jump jumps jumped surge surges gain gains loss losses lost lose
        share shares stock stocks market markets trade trading trader investor investors bank banks profit profits revenue earnings sales sale
        quarter quarterly results result estimate estimates target growth economy economic economies rate rates debt deal deals buy buys buying bought
        sell sells selling sold offer offers bid bids merger acquire acquires acquisition business businesses firm firms industry chief executive ceo
        boss chairman director board head heads staff union unions strike workers employees hire hiring layoffs
        school schools student students teacher teachers university education health hospital hospitals doctor doctors patient patients
        disease virus cancer medical medicine treatment study studies research researchers scientists science
        war military army soldier soldiers troops force forces defence defense security terror terrorism bomb weapons
        un eu nato international foreign china chinese america american americans united britain british australia australian australians
        zealand kiwi nz nsw victoria queensland sydney melbourne auckland wellington perth europe european japan india russia russian
        washington york london california texas florida
        game games team teams player players coach season match matches win wins winning won winner victory beat beats beaten defeat score scores
        cup league club football rugby cricket final finals world champion championship
        film films movie movies star stars music song album show shows tv series episode season actor actress director fans fan celebrity
        release releases released launch launches launched announce announces announced reveal reveals revealed unveil unveils unveiled
        claim claims claimed warn warns warned warning call urge urges urged seek seeks sought face faces facing faced hit hits
        back backs backed reject rejects rejected deny denies denied accuse accused accuses admit admits admitted confirm confirms confirmed
        consider considers considering expect expects expected expectations hope hopes fear fears threat threatens threatened
        test tests tested check checks probe investigation investigate investigates investigating inquiry hearing commission committee council
        report review issue issues problem problems concern concerns question questions answer answers reason reasons fact facts
        data online internet web site website app apps phone phones mobile google apple facebook twitter microsoft software users user
        car cars driver drivers road roads traffic train flight plane airport water weather rain storm flood heat
        food land local north south east west northern southern eastern western central coast area region community communities
        support supports system service services program project power energy oil gas climate environment
        change changes changed future history record records special second major key main biggest former deputy senior
        stop stops stopped leave leaves left return returns returned join joins joined meet meets met meeting meetings speak speaks
        fight fights fighting battle break breaks broken build builds building built turn turns turned play plays playing
        read write written book books letter list name named names image images social media press conference statement spokesman spokeswoman
        official officials agency authority department office federal act rights human justice legal lawyer lawyers
        boy girl mother father son daughter wife husband baby brother couple friend friends kids parents
        feature features version home price user design guide
        transcript doorstop speech speeches hon honourable mp senator keynote address remarks radio interview abc bbc rnz afternoon breakfast
        statements media joint asylum seeker seekers refugee refugees visa visas migrants border boats detention climate emissions
        announcement proposal scheme reform reforms review agreement talks crisis decision order orders ban bans banned
        """;

    private const string Familiar =
        """
        able access account accounts action active ad add adds added admits adult age agree agrees agreed aid aim aims air alert alive allege alleged
        allegations allow allows allowed alone alternative amazing amount angry animal anniversary anti anxiety appeal appeals appear appears approach
        approve approves approved approval argue argues arm arms arrive arrives arrived art article aside asset assets attempt attention author available
        average avoid await award awards aware ball band bar base based basic bay beach become becomes begin behavior belief believe believes benefit benefits
        bet beyond bike bird birth birthday black blame blames blamed block blocks blood blow blue board boat boats bond bonds bonus boost boosts border
        born boundary brain brand brands bring brings brought brother brown brush bus button buyer camera camp campaign campaigns candidate capital captain
        card cards care career carry cash cast cat catch caught cause caused causes celebrate center centre certain chain challenge challenges chance chances
        channel character charity chart cheap chief choice choose church citizen citizens civil clash class classic clean clear clears click climb clinic clock
        cloud coal code cold collapse college color come comment comments commercial commit common compare competition complaint complete computer condition
        conduct confidence conflict connect conservation conservative consumer consumers contact content contest continue continues contract control cool
        copy corner corporate corruption could council count couple course cover covers crackdown create creates created creator credit crew critic critical
        criticism criticise criticised cross crowd cruise cry culture current custody customer customers cycle daily damage dance danger dangerous dark date
        dating deadline deadly deal debate debut decade decades decide decides declare decline declines deep defend defends deficit delay delays delayed
        deliver delivers demand demands deny depression describe desert deserve design desk despite destroy detail details detain detained detention develop
        developer development device devices diet difference different difficult digital dinner disaster discover discovered discovery discuss dog dogs
        dollar dollars domestic door double doubt draft drama draw dream dress drink drive drives drivers driving due dump duty earn earth ease easy eat
        edge edition effect effort efforts elect electric email emerge emerging emergency employee employer encourage energy enjoy enter entertainment
        entry equal error escape estate ethnic event events evidence exact exam example excited exchange executive exist exit expand expensive experience
        expert experts explain explains explained explore export exports expose extend extra extreme eye eyes fail fails failed failure fair fake fame famous farm
        farmer farmers fast fat fatal favor favourite feel feels feet female festival fiction field figure figures file files filed filing fine finish
        firefighters fish fishing fit fix fixes flag flee fleet floor fly focus follow follows following forecast forecasts forest form formal forward
        foundation frame fraud freedom fresh front frustration fuel fun funny gallery gang garden gather gay gender general generation german germany
        giant gift glass global goal gold golden golf graduate grand grant grants grass green ground grow grows growing guard guest guide guilty guy guys hack
        hacker hackers hacked hair hall hand hands happen happens happy hard harm hate heads hear heart heavy height held hell hero hidden hide hill hints historic
        hold holds holding holiday hole hollywood homeless honest honour honor hopes horse hospital host hostage hosts hot hotel hour hours housing hunt hurt husband
        ice idea ideas identify ignore illegal image immigration impact important improve improved incident include includes including income independent
        index indigenous individual inflation info information inmates innocent inside insider insight inspire insurance intelligence interest interests interesting
        introduce invest investment invite involved iran iraq island issue italy jet joint joke journalist journey judge jump junior keep key kick kid king
        kiss kitchen lab labor lack lake lane language laugh launch lay lead leads leading leak learn learns led legacy legal lesson lessons letter level
        levels license licence lie lies lift lifts light limit line lines link links liquor list listen living loan locals location lock lower luck lunch
        luxury magazine mail maker makers male mall manage manager map marine mark marks marriage married mass master material matter mayor meal mean
        means measure measures meat medal member members memory mental mention message middle migrant mile military mind mine mining minor minute minutes
        mission mistake mix mobile mode model models modern moment moments mood moon mountain mouth multiple museum mystery nation nations native nature naval navy nearly
        negative neighbour network networks nomination normal note notice nuclear object oct odds offence offender offensive offers officer officers older
        olympic olympics open operation operations opportunity option options ordinary organisation original outlook outside owner owners pace pack page paid pain paint
        pair panel paper parent park partner partners pass passed passenger past path pay pays paying peace penalty pensions perfect performance permit personal
        pet petition petrol phase physical pick picks piece pilot pink pitch pizza plant plants platform pledge pledges plot plus pocket poison political
        politician politicians politics pool poor pop popular population port portfolio position positive possible potential pound poverty practice praise praises pray
        predict predicts prefer pregnant premier premiere prepare prepares presence present preview pressure prevent previous pride priest print prior
        prisoner private prize process produce product production products professor profile progress promise promises promote proof property proposed
        prospect protect protection protest protests protesters prove provide provides province push pushes quake quality queen quick quiet quit race races racing racism
        radical radio raid raise raises raised range rank rates rating ratings reach reaches reaction reacts reader ready reality realise rebel recall recalls recent
        recession recipe recommend recover recovery red reduce referendum refugee refugees refuse refuses regime regional register regret regulation regulations regulator
        relations relationship relax relief religion religious remain remains remark remember remote remove removed rent repair repeat replace replaced reply
        request require rescue rescued reserve residents resign resigns resist resource resources respond response responsible rest restaurant restore
        restrictions restructure retail retailer retailers retire retirement reunion reveal revenge revolution rich ride ring riot rip risk risks risky rival river robbery rock role
        roll room root round route row royal rugby rule rules ruled ruling rumor rumors rural rush safe safety salary sanction save saves saving scale scandal scare
        scene schedule scheme science screen sea seal season seat secret secretary section sector secure seeker seekers select senior sense separate serial serious serve
        services session sets settle settlement seven severe sex sexual shake shape shark sharp ship ships shock shop shopping shops shore short shortage
        shots shoulder shut sick side sides sight sign signs signed signal significant silence silver simple singer single sister sit site sites situation size ski skill
        skin sky slam slams slash sleep slide slow slump smart smoke smoking snow soar society soft solar soldier solution solve son sort sound source sources
        space spark speaker speech speed spend spends spirit split spokesman sport sports spot spread spring spy square stage stake stand stands standard
        statement station status stay step steps stick stolen stone storage store stores straight strange strategy street streets stress strong student stuff style
        subject success successful sue sues suffer sugar suggest suggests suicide suit summer summit super supply surface surgery surplus surprise surprising surrounding
        survey survive survived survives survivor suspect suspected suspects suspend suspended suspicion swap sweep swim switch symbol sympathy table tackle
        tactics tale talent tank tape task taste teach tech technology teen teenager telephone television ten tension term terms territory test text theatre
        theme theory threat ticket tickets tie tight tip tips tired title toll tool tools total touch tough tour tourism tourist tourists track tradition tragedy
        trailer training transfer transport trap travel treasurer treat treaty tree trees trend trial tribute trick trip trouble truck trust truth try trying
        turning type unemployment unit unity universal unlikely upgrade upset urban urgent vaccine valley value vehicle vehicles venture verdict
        veteran veterans viewers view views village violence violent virtual vision visit visits visitor voice volunteer wage wages wait waiting wake walk walks wall
        warm wars waste wave weak wealth weapon wear wearing wedding weight welcome welcomes welfare western wheel white wide wife wild wildfire wind window wine winter
        wish witness wonder wood word words worry worth worst wound wrap yard yellow youth zone
        brazil canada canadian france french spain mexico israel pakistan syria ukraine crimea africa african asia asian indonesia malaysia korea iraq afghanistan
        paris berlin tokyo beijing moscow chicago boston houston seattle los angeles san francisco brisbane canberra adelaide hobart darwin christchurch dunedin hamilton
        john david michael james peter paul robert mark george chris steve tom andrew kate mary king smith jones brown
        inc corp ltd llc co plc nasdaq nyse ipo
        """;

    private static readonly Dictionary<uint, double> Shares = Build();

    /// <summary>Words that say nothing of a story by themselves: never a term.</summary>
    public static bool IsGrammar(ReadOnlySpan<char> word) => GrammarWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>Expected share of stories that hold the term, before the stream is counted.</summary>
    public static double Share(uint term) => Shares.GetValueOrDefault(term, Unlisted);

    private static readonly HashSet<string> GrammarWords = [.. Split(Grammar)];

    private static Dictionary<uint, double> Build()
    {
        var shares = new Dictionary<uint, double>();
        foreach (var (words, share) in new[] { (Familiar, 0.008), (Newsroom, 0.02), (Everywhere, 0.06) })
        {
            foreach (var word in Split(words))
            {
                shares[WordStem.Hash(word)] = share;
            }
        }

        return shares;
    }

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
