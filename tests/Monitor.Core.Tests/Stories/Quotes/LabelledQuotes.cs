namespace Monitor.Core.Tests.Stories.Quotes;

/// <summary>
/// Invented articles with every quote in them, one a line after the rule: speaker | role (- for none) | verb | how the sentence begins.
/// Labelled by reading, not by running the reader.
/// </summary>
internal static class LabelledQuotes
{
    public static readonly string[] Articles =
    [
        """
        Engineers began lowering Lake Tarata on Monday after a crack was found in the spillway of its dam.

        Tarata mayor Ana Tuhoro said 340 households had been asked to leave overnight.

        "We would rather be careful for nothing than sorry for something," she told reporters at the town hall.

        "Nobody has been hurt. The crack has not grown since midnight."

        A spokesman for the builder, Rimu Civil, said inspectors had found no fault in March.

        But retired engineer Colin Bates said he had warned the council two years ago.

        "I sent them photographs," Bates said. "They sent me a form letter."

        The council said it would answer Mr Bates "in due course".

        Tuhoro would not say how much the repair might cost. She declined to say who would pay.

        Residents were told to boil their water.
        ---
        Ana Tuhoro | Tarata mayor | said | Tarata mayor
        Ana Tuhoro | Tarata mayor | told | "We would rather
        Ana Tuhoro | Tarata mayor | told | "Nobody has been
        a spokesman for the builder | spokesman for the builder | said | A spokesman
        Colin Bates | retired engineer | said | But retired
        Colin Bates | retired engineer | said | "I sent
        Colin Bates | retired engineer | said | "They sent
        the council | - | said | The council
        """,
        """
        The government will not change the way it returns people whose visas were cancelled, Immigration Minister Rua Falk says.

        Speaking in Wellington, Falk said the present rules "strike the right balance".

        His opposite number, Labour's immigration spokesperson Priya Nand, described them as "cruel and lazy".

        "These are people who left New Zealand as babies," Nand said. "They have no one here to meet them at the airport."

        The minister said officials met every flight.

        "That is simply not true," he added. "We have a caseworker at the gate, every time."

        Nand replied that caseworkers were no substitute for a family.

        A report last year found that half of those returned had no relatives in the country.

        It was said to be the first count of its kind.
        ---
        Rua Falk | Immigration Minister | says | The government
        Rua Falk | Immigration Minister | said | Speaking in
        Priya Nand | Labour's immigration spokesperson | described | His opposite
        Priya Nand | Labour's immigration spokesperson | said | "These are
        Priya Nand | Labour's immigration spokesperson | said | "They have
        Rua Falk | Immigration Minister | said | The minister
        Rua Falk | Immigration Minister | added | "That is
        Rua Falk | Immigration Minister | added | "We have
        Priya Nand | Labour's immigration spokesperson | replied | Nand replied
        """,
        """
        SYDNEY: A ferry operator has apologised after 600 commuters were left on a wharf for three hours.

        ‘We got this badly wrong,’ said Helen Marsh, chief executive of Harbour Lines. ‘There was a relief vessel and nobody called it.’

        Marsh, who joined the company in June, said a new roster would begin on Friday.

        The union was not impressed. ‘A roster is not a boat,’ its secretary, Dean Okafor, said.

        According to Okafor, four of the company’s nine vessels are out of service.

        Harbour Lines disputes that. A spokeswoman said only two were tied up, and that both would sail again within a fortnight.

        ‘They keep saying a fortnight,’ said commuter Alan Pike. ‘They said it in March.’

        Premier Joanne Whitty said it was a matter for the company.
        ---
        Helen Marsh | chief executive of Harbour Lines | said | ‘We got
        Helen Marsh | chief executive of Harbour Lines | said | ‘There was
        Helen Marsh | chief executive of Harbour Lines | said | Marsh, who
        Dean Okafor | secretary | said | ‘A roster
        Dean Okafor | secretary | according to | According to
        a spokeswoman | spokeswoman | said | A spokeswoman
        Alan Pike | commuter | said | ‘They keep
        Alan Pike | commuter | said | ‘They said
        Joanne Whitty | Premier | said | Premier Joanne
        """,
        """
        Police are searching for a 52-year-old tramper missing in the Ruahine Range.

        Detective Sergeant Mere Paki said Brian Holt was last seen at a hut on Saturday.

        "He is experienced, he has a beacon and he has food for a week," Paki said.

        "What he doesn't have is dry weather. The forecast is poor until Thursday.

        "We are asking anyone who was in the area to call us."

        Holt's wife, Susan, said he had walked the range "forty times".

        "He'll be cross about the fuss," she said.

        LandSAR volunteer Josh Tane, 24, told RNZ the river was too high to cross.

        Paki said the search would stop at dusk. Police have asked trampers not to join in.
        ---
        Mere Paki | Detective Sergeant | said | Detective Sergeant
        Mere Paki | Detective Sergeant | said | "He is
        Mere Paki | Detective Sergeant | said | "What he
        Mere Paki | Detective Sergeant | said | "We are
        Susan | Holt's wife | said | Holt's wife
        Susan | Holt's wife | said | "He'll be
        Josh Tane | LandSAR volunteer | told | LandSAR volunteer
        Mere Paki | Detective Sergeant | said | Paki said
        """,
        """
        The central bank left its rate at 3.25 percent on Wednesday but hinted at a cut in May.

        "The committee is confident that inflation will be inside the band by Christmas," Governor Tim Sorley told a news conference.

        Sorley argued that households had "done the hard part".

        Economists were split. Westport Bank chief economist Laura Chen said the statement was softer than she had expected.

        "It reads like a farewell letter to high rates," she said.

        Her counterpart at Southern Trust, Nick Abara, was less sure.

        "Read the footnotes," he warned. "Nothing there says May."

        Finance Minister Owen Pryor welcomed the decision and said families would notice.

        The opposition claimed that the bank had moved too late.

        Nobody said it had moved too early.
        ---
        Tim Sorley | Governor | told | "The committee
        Tim Sorley | Governor | argued | Sorley argued
        Laura Chen | Westport Bank chief economist | said | Westport Bank
        Laura Chen | Westport Bank chief economist | said | "It reads
        Nick Abara | - | warned | "Read the
        Nick Abara | - | warned | "Nothing there
        Owen Pryor | Finance Minister | said | Finance Minister
        the opposition | - | claimed | The opposition
        """,
        """
        A judge has refused to stop the removal of a man who came to Queensland when he was four.

        Justice Fiona Kerr said the cancellation was lawful, however hard its effects.

        "The court does not decide what is kind," she wrote. "It decides what the Act allows."

        Outside, the man's lawyer, Peter Ngata, said his client would appeal.

        "He has never lived anywhere else. He votes here, or thought he did," Ngata said.

        The Department of Home Affairs said in a statement that it did not comment on individual cases.

        Amnesty's Rosie Leung called the ruling "a door slammed on a child".

        New Zealand's High Commissioner, Hamish Doull, was asked about it in Canberra.

        "We raise these cases, and we will raise this one," he said.

        Ms Leung says 41 others are waiting.
        ---
        Fiona Kerr | Justice | said | Justice Fiona
        Fiona Kerr | Justice | wrote | "The court
        Fiona Kerr | Justice | wrote | "It decides
        Peter Ngata | lawyer | said | Outside, the
        Peter Ngata | lawyer | said | "He has
        the Department of Home Affairs | - | said | The Department
        Rosie Leung | - | called | Amnesty's Rosie
        Hamish Doull | New Zealand's High Commissioner | said | "We raise
        Rosie Leung | - | says | Ms Leung
        """,
        """
        Prime Minister Graeme Tolley says the three-way treaty "is not a museum piece".

        He was answering questions in Honolulu, where ministers of the three countries met for the first time in years.

        "When it was signed nobody had heard of a drone," Tolley said, "but the promise to consult is the same promise."

        United States Secretary of State Karen Voss said Washington took its obligations seriously.

        Asked whether a cyber attack could trigger the treaty, she said: "It depends on the attack."

        Australia's Defence Minister, Luke Garran, went further, saying an attack on undersea cables "would be hard to tell from an act of war".

        Former diplomat Ruth Adair said that was "new language".

        "I have read every communique since 1984," Dr Adair said. "I have never seen cables mentioned."

        The Greens said the meeting showed the treaty should be left.

        "It was written for another century," co-leader Manaia Rewi said.
        ---
        Graeme Tolley | Prime Minister | says | Prime Minister
        Graeme Tolley | Prime Minister | said | "When it
        Karen Voss | United States Secretary of State | said | United States
        Karen Voss | United States Secretary of State | said | Asked whether
        Luke Garran | Australia's Defence Minister | saying | Australia's Defence
        Ruth Adair | Former diplomat | said | Former diplomat
        Ruth Adair | Former diplomat | said | "I have read
        Ruth Adair | Former diplomat | said | "I have never
        the Greens | - | said | The Greens
        Manaia Rewi | co-leader | said | "It was
        """,
        """
        Farmers in the Waiau valley say they were not told that a quarry would open next door.

        "First I knew was a digger at the gate," says sheep farmer Ross Amery.

        His neighbour Jill Coad says dust has already coated her washing.

        The company, Basalt Holdings, insists it followed the law.

        "Every consent we needed, we have," says its general manager, Vikram Rao. "We even held an open day."

        Amery laughs at that. "Three people came, and two of them were theirs," he says.

        Regional councillor Tui Marama says the council "could have done better" at telling people, but notes that the law did not require it.

        Rao says the quarry will employ 14.

        "And who'll employ the rest of us?" asks Coad.
        ---
        farmers in the Waiau valley | - | say | Farmers in
        Ross Amery | sheep farmer | says | "First I
        Jill Coad | neighbour | says | His neighbour
        Basalt Holdings | - | insists | The company
        Vikram Rao | general manager | says | "Every consent
        Vikram Rao | general manager | says | "We even
        Ross Amery | sheep farmer | says | "Three people
        Tui Marama | Regional councillor | says | Regional councillor
        Vikram Rao | general manager | says | Rao says
        Jill Coad | neighbour | asks | "And who'll
        """,
        """
        A nurse who blew the whistle on waiting times has been given her job back.

        Te Awa Hospital chief executive Malcolm Frew confirmed that Teresa Vaiola would return on Monday.

        "It should not have come to this, and I have told Teresa so," Frew said in an email to staff.

        Vaiola said she was relieved but wary.

        "An apology in an email is still an email," she said.

        Her union, the Nurses' Guild, said the hospital had spent $90,000 on lawyers.

        "You could run a ward for a month on that," said organiser Kim Sefton.

        Health Minister Barry Lune said he had "every confidence" in the hospital's board. He did not say whether he had read the report.

        The report, which was released on Thursday, said managers had treated the nurse "as a problem to be solved".

        "Whistleblowers are not the leak," its author, Sir Neil Dask, wrote. "They are the smoke alarm."
        ---
        Malcolm Frew | Te Awa Hospital chief executive | confirmed | Te Awa
        Malcolm Frew | Te Awa Hospital chief executive | said | "It should
        Teresa Vaiola | - | said | Vaiola said
        Teresa Vaiola | - | said | "An apology
        the Nurses' Guild | - | said | Her union
        Kim Sefton | organiser | said | "You could
        Barry Lune | Health Minister | said | Health Minister
        the report | - | said | The report
        Neil Dask | author | wrote | "Whistleblowers are
        Neil Dask | author | wrote | "They are
        """,
        """
        Three people were pulled from a burning house in Gore early on Sunday.

        Fire and Emergency shift manager Alex Norrie said crews arrived to find the roof alight.

        Two of the three were in a serious condition, St John said.

        Neighbour Wiremu Haines said he heard a bang "like a car hitting a wall".

        "I ran over with the garden hose, which was stupid," he said. "It melted."

        A woman, who did not want to be named, said the family had moved in last month.

        "Lovely people," the woman said. "Two little kids."

        A fire investigator, Carla Stent, said the cause was not known. She said a heater was "of interest".

        The so-called "arson house" next door burned down in 2019.

        Norrie told people to check their smoke alarms.
        ---
        Alex Norrie | Fire and Emergency shift manager | said | Fire and
        St John | - | said | Two of
        Wiremu Haines | Neighbour | said | Neighbour Wiremu
        Wiremu Haines | Neighbour | said | "I ran
        Wiremu Haines | Neighbour | said | "It melted
        a woman | woman | said | A woman
        a woman | woman | said | "Lovely people
        a woman | woman | said | "Two little
        Carla Stent | fire investigator | said | A fire
        Carla Stent | fire investigator | said | She said
        """,
        """
        Scientists have found a shellfish thought to be lost off the Chatham Islands.

        Marine biologist Dr Ingrid Solheim of Otago University said the find was "the best day of my working life".

        "We were packing up," Solheim explained. "The last dredge came up and there it was, looking at me."

        The species was last recorded in 1934.

        Conservation Minister Tania Moke congratulated the team, adding that the area would be considered for protection.

        Fishing companies were cautious. "We'd want to see the science before anyone draws a line on a map," said Seafood Alliance president Gary Trent.

        Mr Trent said boats had worked the area for decades without seeing one.

        "That's because they weren't looking," Dr Solheim said.

        Asked if she would look again, she laughed: "I have already booked the boat."

        The paper suggests that there may be fewer than 200 alive.
        ---
        Ingrid Solheim | Marine biologist | said | Marine biologist
        Ingrid Solheim | Marine biologist | explained | "We were
        Ingrid Solheim | Marine biologist | explained | "The last
        Tania Moke | Conservation Minister | adding | Conservation Minister
        Gary Trent | Seafood Alliance president | said | "We'd want
        Gary Trent | Seafood Alliance president | said | Mr Trent
        Ingrid Solheim | Marine biologist | said | "That's because
        Ingrid Solheim | Marine biologist | laughed | Asked if
        the paper | - | suggests | The paper
        """,
        """
        Wallabies coach Steve Arrow has named five new caps for Saturday's match.

        "They've earned it," he said on Tuesday. "Nobody gets a jersey from me for nothing."

        Among them is prop Manu Vea, whose father played for Tonga.

        "Dad cried," Vea said. "Then he told me to lose four kilos."

        All Blacks captain Sam Reid said his side would not take the visitors lightly.

        "Young teams have nothing to lose and they play like it," Reid said.

        Arrow was asked about his own future. "I'll be here as long as they'll have me," was all he would say.

        Rugby Australia chair Jo Petrie has previously said the coach has the board's support.

        According to the Herald, two board members disagree.

        Kick-off is at 7.05pm.
        ---
        Steve Arrow | Wallabies coach | said | "They've earned
        Steve Arrow | Wallabies coach | said | "Nobody gets
        Manu Vea | prop | said | "Dad cried
        Manu Vea | prop | said | "Then he
        Sam Reid | All Blacks captain | said | All Blacks
        Sam Reid | All Blacks captain | said | "Young teams
        Steve Arrow | Wallabies coach | would say | "I'll be
        Jo Petrie | Rugby Australia chair | said | Rugby Australia
        the Herald | - | according to | According to
        """,
        """
        A plan to close four country schools has been put off for a year.

        Education Minister Claire Dunmore announced that no school would shut before a "proper look" at bus routes.

        “We heard you,” she told a packed hall in Ranfurly. “Some of you rather loudly.”

        Principal Hone Rata, whose school has 11 pupils, said a year was not long.

        “It’s a stay of execution,” he said.

        Parents’ group chairwoman Beth Lyle thanked the minister but said the uncertainty was driving families away.

        “Who enrols a five-year-old in a school that might not see her turn seven?” Lyle asked.

        Dunmore said she understood that.

        Local MP Todd Hale, a former pupil of the school, promised that he would “chain himself to the flagpole”.

        The ministry has been approached for comment.
        ---
        Claire Dunmore | Education Minister | announced | Education Minister
        Claire Dunmore | Education Minister | told | “We heard
        Claire Dunmore | Education Minister | told | “Some of
        Hone Rata | Principal | said | Principal Hone
        Hone Rata | Principal | said | “It’s a
        Beth Lyle | Parents’ group chairwoman | said | Parents’ group
        Beth Lyle | Parents’ group chairwoman | asked | “Who enrols
        Claire Dunmore | Education Minister | said | Dunmore said
        Todd Hale | Local MP | promised | Local MP
        """,
        """
        An airline will pay $2 million for selling seats on flights it had already cancelled.

        The regulator's chair, Anita Bose, said the conduct was "inexcusable".

        "If you sell someone a seat you had better own a plane to put it in," Bose told the ABC.

        TransTasman Air chief Greg Molloy conceded the company had "let people down".

        In a post on Monday he wrote: "We will refund every cent."

        Travellers were sceptical. "I'm still waiting on last year's cents," said Mia Forde of Hobart.

        Consumer advocate Lou Tran noted that the fine was less than a day's revenue.

        "It's a parking ticket," he said.

        Transport Minister Sandra Kell told Parliament the law would be changed, and that she had "run out of patience".

        Shares in the airline rose 2 percent. Analysts said the market had feared worse.
        ---
        Anita Bose | chair | said | The regulator's
        Anita Bose | chair | told | "If you
        Greg Molloy | TransTasman Air chief | conceded | TransTasman Air
        Greg Molloy | TransTasman Air chief | wrote | In a post
        Mia Forde | - | said | "I'm still
        Lou Tran | Consumer advocate | noted | Consumer advocate
        Lou Tran | Consumer advocate | said | "It's a
        Sandra Kell | Transport Minister | told | Transport Minister
        analysts | - | said | Analysts said
        """,
        """
        Two Pacific leaders have criticised a plan to send deportees through their airports.

        Samoa's prime minister, Leota Faleafa, said her country was "not a corridor".

        Speaking through an interpreter, Tonga's Viliami Kupu said the islands had not been consulted.

        "A phone call costs nothing," said Kupu.

        In Canberra, Home Affairs Minister Ian Trask denied that there was any such plan.

        "There is a proposal. It is on paper. Paper is not a plan," he told Sky.

        He said that talks would begin in July.

        But documents obtained by the Guardian show that flights were booked in April.

        Opposition home affairs spokesman Daniel Wu said Trask had been "caught red-handed".

        Trask's office did not respond to questions.

        "Silence is also an answer," Wu said later on X.

        Faleafa said she would raise it with the Prime Minister next week. She said friends should not find things out from newspapers.
        ---
        Leota Faleafa | Samoa's prime minister | said | Samoa's prime
        Viliami Kupu | - | said | Speaking through
        Viliami Kupu | - | said | "A phone
        Ian Trask | Home Affairs Minister | denied | In Canberra
        Ian Trask | Home Affairs Minister | told | "There is
        Ian Trask | Home Affairs Minister | said | He said
        Daniel Wu | Opposition home affairs spokesman | said | Opposition home
        Daniel Wu | Opposition home affairs spokesman | said | "Silence is
        Leota Faleafa | Samoa's prime minister | said | Faleafa said
        Leota Faleafa | Samoa's prime minister | said | She said
        """,
        """
        Nearly two hundred jobs will go at the Kawerau mill, its owner has confirmed.

        In an email seen by RNZ, Oji managing director Jon Ryder told workers the site "has not made money since 2021".

        "I know how hard this will land," Ryder wrote.

        Union delegate Pare Walker was in the smoko room when it arrived. "You could hear a pin drop," she said. "Blokes who've been here 30 years just walked out to their cars."

        Kawerau's mayor says the town has been through this before.

        "We lost 300 in the 90s and we are still here," Faylene Tunui said.

        Tunui, who worked at the mill as a student, said the council would open a support office.

        Economic Development Minister Melissa Poole ruled out a bail-out.

        "It isn't the taxpayer's job to run a paper mill," Poole told reporters on her way into the House.

        Labour's Duncan Webb-Shaw accused the government of "sitting on its hands".

        E tū negotiator Raymond Wheeler said that if the government wanted regional jobs it should "start by keeping the ones we've got".

        The company has been asked for comment. It told the stock exchange redundancies would cost $14 million.
        ---
        its owner | owner | confirmed | Nearly two
        Jon Ryder | Oji managing director | told | In an email
        Jon Ryder | Oji managing director | wrote | "I know
        Pare Walker | Union delegate | said | "You could
        Pare Walker | Union delegate | said | "Blokes who've
        Kawerau's mayor | Kawerau's mayor | says | Kawerau's mayor
        Faylene Tunui | - | said | "We lost
        Faylene Tunui | - | said | Tunui, who
        Melissa Poole | Economic Development Minister | told | "It isn't
        Duncan Webb-Shaw | - | accused | Labour's Duncan
        Raymond Wheeler | E tū negotiator | said | E tū
        the company | - | told | It told
        """,
        """
        A Perth man deported to Auckland with $200 and a phone has won a second hearing.

        The Administrative Review Tribunal found the delegate had "closed her mind" to evidence about his children.

        The man, known as QRTX, told the tribunal by video link that he had not slept in a house for a month.

        "I don't know one street here," he said.

        His barrister, Alison Battisson-Ray, said it was the third such ruling this year.

        "Each time the department says lessons were learned," Ms Battisson-Ray said. "Each time we are back here."

        A department spokesperson said it was considering the decision.

        Filipa Payne-Hunt of the support group Route 501 said many more could not afford a lawyer.

        "For every one who gets a hearing, there are twenty sleeping in a car," she claimed.

        Corrections figures show 1,024 people arrived under the scheme in three years.

        Police Association president Steve Watt-Jones has long argued that the deportees brought gang links with them, but said on Tuesday the numbers "had come down a bit".

        Asked if the new Prime Minister had raised it with his counterpart, a spokesman would say only that the two "talk about everything".
        ---
        the Administrative Review Tribunal | - | found | The Administrative
        the man | man | told | The man,
        the man | man | said | "I don't
        Alison Battisson-Ray | barrister | said | His barrister
        Alison Battisson-Ray | barrister | said | "Each time
        Alison Battisson-Ray | barrister | said | "Each time we
        a department spokesperson | department spokesperson | said | A department
        Filipa Payne-Hunt | - | said | Filipa Payne-Hunt
        Filipa Payne-Hunt | - | claimed | "For every
        Steve Watt-Jones | Police Association president | argued | Police Association
        """,
        """
        Australia and New Zealand will buy the same long-range drone, their defence ministers announced in Darwin.

        “This is what an alliance looks like in 2026,” Australian Defence Minister Pat Conroy-Hill said, standing in front of one.

        His New Zealand counterpart Chris Penk-Moore said Cabinet had yet to sign off the money, which he put at “under a billion”.

        “I’m not going to negotiate at a lectern,” he said when pressed.

        Defence analyst Marion Chow, of the Lowther Institute, said the choice had been “the worst-kept secret in Canberra”.

        “What matters is the data link,” says Chow. “Without it you have two air forces that can’t talk to each other.”

        Former defence secretary Sir Brook Barrow disagreed: “What matters is the treaty. Everything else is shopping.”

        The Greens’ Teanau Tuiono-Smith said New Zealand was “sleepwalking”.

        China’s embassy urged both countries to “be prudent”.

        A joint statement said the ministers “reaffirmed their obligations under the treaty”.

        Conroy-Hill was not asked about submarines, and did not mention them.
        ---
        Pat Conroy-Hill | Australian Defence Minister | said | “This is
        Chris Penk-Moore | New Zealand counterpart | said | His New
        Chris Penk-Moore | New Zealand counterpart | said | “I’m not
        Marion Chow | Defence analyst | said | Defence analyst
        Marion Chow | Defence analyst | says | “What matters
        Marion Chow | Defence analyst | says | “Without it
        Brook Barrow | Former defence secretary | disagreed | Former defence
        Teanau Tuiono-Smith | - | said | The Greens’
        China’s embassy | - | urged | China’s embassy
        a joint statement | - | said | A joint
        """,
        """
        Shoppers fled a Newmarket mall on Friday after a false alarm that police blamed on a balloon.

        “There was a bang and then everyone was running,” said Tilly Ngata, 19, who works at a juice bar.

        “I thought, this is it. I rang my mum.”

        Inspector Grae Anderson-Poe, Auckland City’s area commander, confirmed officers had found “a burst balloon and a very embarrassed clown”.

        “We’d always rather you called,” the inspector said.

        Mall manager Devi Prasad thanked staff, who she said had “done everything right”.

        But Ngata said nobody had told her where to go.

        “The speakers just said ‘please evacuate’, and the doors were locked,” she says.

        Mr Prasad — no relation to the manager — owns the shop next door. He said he had hidden four customers in a cupboard.

        “One of them bought a belt afterwards,” he laughed.

        Witnesses described the crowd as calm.

        The clown has not been named. Police say no charges will be laid.
        ---
        Tilly Ngata | - | said | “There was
        Tilly Ngata | - | said | “I thought
        Grae Anderson-Poe | Inspector | confirmed | Inspector Grae
        Grae Anderson-Poe | Inspector | said | “We’d always
        Devi Prasad | Mall manager | said | Mall manager
        Tilly Ngata | - | said | But Ngata
        Tilly Ngata | - | says | “The speakers
        Prasad | - | said | He said
        Prasad | - | laughed | “One of
        police | - | say | Police say
        """,
        """
        A council that planned to ban cats has backed down after a night of shouting.

        About 200 people packed the Te Anau hall on Wednesday. Many brought photographs of their cats.

        "I've been called a murderer," said councillor Ewan Hartley, who drafted the rule. "I have two cats myself."

        Forest Watch regional manager Dinah Cole urged him to hold firm. She pointed to a count of native skinks, which has halved.

        "A cat doesn't know it's doing wrong," Cole said afterwards. "That's rather the point of having rules."

        One resident, who gave his name only as Merv, told the meeting he would "hide Tiddles in the attic".

        Mayor Rob Scott-Allan eventually called a vote and the rule was lost, nine to two.

        "Democracy," Hartley sighed.

        The Department of Conservation says it will keep trapping wild cats. Vets recommend keeping pets in at night.

        A petition to bring the rule back, started by a 12-year-old, had 40 names by Thursday. "Skinks can't vote," it reads.
        ---
        Ewan Hartley | councillor | said | "I've been
        Ewan Hartley | councillor | said | "I have
        Dinah Cole | Forest Watch regional manager | said | "A cat
        Dinah Cole | Forest Watch regional manager | said | "That's rather
        one resident | resident | told | One resident
        Ewan Hartley | councillor | sighed | "Democracy,"
        the Department of Conservation | - | says | The Department
        a petition | - | reads | "Skinks can't
        """,
        """
        Ministers in Canberra were warned last year that returning offenders without notice "creates avoidable risk", documents show.

        The warning came in a brief signed by assistant secretary Joyce Pham.

        "Receiving agencies need ten working days," Pham wrote. "They currently get two."

        Home Affairs Minister Anthony Burke-Lee said the brief was out of date.

        "We fixed that," he told Insiders on Sunday. "It's ten days now, and often more."

        But New Zealand's Corrections chief, Leigh Marsh-Tau, says the average last month was three.

        "I don't want a fight about it," she said. "I want a phone call."

        Former magistrate Colin Doherty, now a professor at the University of Otago, argues the notice period is a sideshow.

        "The question is why a man who has lived in Logan since he was two is on the plane at all," Professor Doherty said.

        In a statement, the minister's office said no country was "better informed than New Zealand".

        Shadow minister Dan Teo-Wills said that was a low bar.

        Trans-Tasman relations have been, as one official put it, "better, and worse".

        The Ombudsman is said to be considering an inquiry. Its office declined to comment.
        ---
        Joyce Pham | assistant secretary | wrote | "Receiving agencies
        Joyce Pham | assistant secretary | wrote | "They currently
        Anthony Burke-Lee | Home Affairs Minister | said | Home Affairs
        Anthony Burke-Lee | Home Affairs Minister | told | "We fixed
        Anthony Burke-Lee | Home Affairs Minister | told | "It's ten
        Leigh Marsh-Tau | New Zealand's Corrections chief | says | But New
        Leigh Marsh-Tau | New Zealand's Corrections chief | said | "I don't
        Leigh Marsh-Tau | New Zealand's Corrections chief | said | "I want
        Colin Doherty | Former magistrate | argues | Former magistrate
        Colin Doherty | Former magistrate | said | "The question
        the minister's office | - | said | In a statement
        Dan Teo-Wills | Shadow minister | said | Shadow minister
        one official | official | put | Trans-Tasman relations
        """,
        """
        Rain that fell for 30 hours has cut the only road to Haast.

        "There's a hole you could lose a bus in," contractor Wayne Tipoki said by satellite phone.

        NZ Transport Agency system manager Moira Quill said crews could not reach the slip until the river dropped.

        She expected that to be Friday at the earliest. "We won't put people under that hill," she said.

        The MetService warns more is on the way. Forecaster Heather Keats-Brown said the front was "parked".

        "Think of it as a hose someone forgot to turn off," she said.

        Helicopter pilot Dave Saxon-Lee has flown out 16 tourists. Most were cheerful, he said.

        "One lady wanted to know if it counted towards her Gold Card."

        Hotel owner Anne Mahuika: "We have bread until Saturday and beer until Christmas."

        Civil Defence told residents to expect power cuts.

        Mayor Helen Lash-Gray, whose own driveway has washed away, praised the crews. "They are legends, and you can print that."

        "If it rains again," said Tipoki, "I'm buying a boat."
        ---
        Wayne Tipoki | contractor | said | "There's a
        Moira Quill | NZ Transport Agency system manager | said | NZ Transport
        Moira Quill | NZ Transport Agency system manager | said | "We won't
        the MetService | - | warns | The MetService
        Heather Keats-Brown | Forecaster | said | Forecaster Heather
        Heather Keats-Brown | Forecaster | said | "Think of
        Dave Saxon-Lee | Helicopter pilot | said | Most were
        Dave Saxon-Lee | Helicopter pilot | said | "One lady
        Anne Mahuika | Hotel owner | : | Hotel owner
        Wayne Tipoki | contractor | said | "If it
        """,
    ];
}
