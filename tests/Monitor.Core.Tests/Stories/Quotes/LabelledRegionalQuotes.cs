namespace Monitor.Core.Tests.Stories.Quotes;

/// <summary>
/// More labelled articles, written as <see cref="LabelledQuotes"/> are, in the kinds that regional papers bring: Māori names and
/// bodies, quotations of several paragraphs, the speaker after the verb, "according to", bodies and those who speak for them,
/// words in quotation marks that nobody is quoted for.
/// </summary>
internal static class LabelledRegionalQuotes
{
    public static readonly string[] Articles =
    [
        """
        A rāhui has been placed on the Ōhau river mouth after a swimmer drowned on Saturday.

        Te Rūnanga o Ngāti Hauora chairperson Te Rina Hōhepa said the rāhui would stay until Matariki.

        “Our thoughts are with the whānau,” Hōhepa said. “The awa needs time, and so do they.

        “We ask people not to swim, and not to gather kai moana between the bridge and the bar.

        “It is not a ban. It is a way of grieving together.”

        Kaumātua Pāora Te Whata-Hine told Te Karere visitors had mostly kept away.

        “Ko te mea nui, kia haumaru te katoa,” he said.

        Said Hōhepa: “I have buried too many young men.”

        Horizons councillor Mere-Ana Tūhoe, who is also a nurse, said signs in “three languages” would go up by Friday.

        The so-called “beer can corner” has claimed four lives since 2015.
        ---
        Te Rina Hōhepa | Te Rūnanga o Ngāti Hauora chairperson | said | Te Rūnanga
        Te Rina Hōhepa | Te Rūnanga o Ngāti Hauora chairperson | said | “Our thoughts
        Te Rina Hōhepa | Te Rūnanga o Ngāti Hauora chairperson | said | “The awa
        Te Rina Hōhepa | Te Rūnanga o Ngāti Hauora chairperson | said | “We ask
        Te Rina Hōhepa | Te Rūnanga o Ngāti Hauora chairperson | said | “It is not
        Pāora Te Whata-Hine | Kaumātua | told | Kaumātua Pāora
        Pāora Te Whata-Hine | Kaumātua | said | “Ko te
        Te Rina Hōhepa | Te Rūnanga o Ngāti Hauora chairperson | said | Said Hōhepa
        Mere-Ana Tūhoe | Horizons councillor | said | Horizons councillor
        """,
        """
        Three men removed from Australia last week are living in tents, according to Homeward Aotearoa.

        “They got off the plane with a plastic bag each,” said Marlene Ioane, who runs the charity.

        A spokeswoman for Australian Border Force said all three had been offered a caseworker.

        “No person is removed without a transition plan,” the spokeswoman said in a statement.

        The Ministry of Social Development said it could not discuss individuals.

        In a written statement, Corrections said it was “aware of the men and in contact with two of them”.

        According to figures tabled in the Senate, 214 people have been sent to New Zealand this year.

        Community Law’s Josefa Talagi says the figures leave out those who went “voluntarily”.

        “Nobody volunteers for a tent,” says Talagi.

        Immigration New Zealand referred questions to the police. Police referred them back.
        ---
        Homeward Aotearoa | - | according to | Three men
        Marlene Ioane | - | said | “They got
        a spokeswoman for Australian Border Force | spokeswoman for Australian Border Force | said | A spokeswoman
        a spokeswoman for Australian Border Force | spokeswoman for Australian Border Force | said | “No person
        the Ministry of Social Development | - | said | The Ministry
        Corrections | - | said | In a written
        figures tabled in the Senate | - | according to | According to
        Josefa Talagi | - | says | Community Law’s
        Josefa Talagi | - | says | “Nobody volunteers
        """,
        """
        A Brisbane tribunal has given a forklift driver his visa back, eight months after he was flown to Auckland.

        Deputy President Harriet Lowe said the delegate had given “next to no weight” to his five children.

        “It is difficult to see what more a man could do,” Deputy President Lowe wrote in her decision.

        The driver, Tevita Fonua, 44, had been known in the yard as “Uncle Tev”.

        His employer, Ron Pascoe, had told the tribunal he would keep the job open.

        “Best worker I’ve had,” he told the Courier. “He can start Monday.”

        Mr Fonua was not told of the ruling until Thursday. He is said to be looking for a flight.

        Barrister Siobhan O’Rourke, for Mr Fonua, called the delay “a disgrace”, and asked: “Who gives him back the eight months?”

        The department would not say if it would appeal. A decision is expected by August.

        Asked about the case, Assistant Minister Neville Crane replied that he had not read it.
        ---
        Harriet Lowe | Deputy President | said | Deputy President
        Harriet Lowe | Deputy President | wrote | “It is difficult
        Ron Pascoe | employer | told | His employer
        Ron Pascoe | employer | told | “Best worker
        Ron Pascoe | employer | told | “He can
        Siobhan O’Rourke | Barrister | called | Barrister Siobhan
        Neville Crane | Assistant Minister | replied | Asked about
        """,
        """
        The Senate has voted to look again at what Anzus would ask of Australia if a cable were cut.

        The motion, moved by independent senator Yasmin Haddad, passed 34 to 29.

        ‘We have a promise from 1951 and a seabed from 2026,’ Senator Haddad told the chamber.

        ‘I do not say the promise is worthless. I say nobody in this building can tell me what it is worth.’

        Not so, said Foreign Minister Gareth Quill. ‘Every government since Menzies has known exactly what it means.’

        Coalition defence spokesman Bruce Tan-Whitely accused Haddad of ‘playing at generals’.

        Retired admiral Peta Lindqvist, who commanded the fleet until 2021, thinks the review is overdue.

        ‘You can’t consult about a thing you haven’t defined,’ Lindqvist says.

        In Wellington, a spokesperson for Foreign Minister Hana Rikihana said New Zealand would ‘follow the inquiry with interest’.

        The word ‘consult’ appears in the treaty three times. ‘Defend’ does not appear at all.
        ---
        Yasmin Haddad | independent senator | told | ‘We have
        Yasmin Haddad | independent senator | told | ‘I do not
        Gareth Quill | Foreign Minister | said | Not so
        Gareth Quill | Foreign Minister | said | ‘Every government
        Bruce Tan-Whitely | Coalition defence spokesman | accused | Coalition defence
        Peta Lindqvist | Retired admiral | says | ‘You can’t
        a spokesperson for Foreign Minister Hana Rikihana | spokesperson for Foreign Minister Hana Rikihana | said | In Wellington
        """,
        """
        A gang funeral that shut the main street of Te Kōpuru passed without arrests, police say.

        Inspector Wī Tahana-Reese said about 400 people rode in the procession.

        "I want to acknowledge the whānau, who kept their word," Tahana-Reese said.

        "They told us when it would start. They told us when it would end, and it did.

        "What I would ask the public to remember is that a funeral is a funeral."

        Dairy owner Harpreet van der Berg disagreed. "I lost a day's trade and nobody rang me," she said.

        "Not the council, not the cops, nobody."

        Kaipara mayor Craig Jepson-Dale said on Facebook the street should never have been closed.

        Ngāti Whātua kuia Erana Te Aho, 81, said people had "short memories".

        "When the bank closed, nobody shouted about the main street," says Te Aho.

        MP Grant McCallum-Rowe said he would be "asking some questions". It is not clear whom he would ask.

        One rider wore a patch reading "Forever". Another carried a child.
        ---
        police | - | say | A gang
        Wī Tahana-Reese | Inspector | said | Inspector Wī
        Wī Tahana-Reese | Inspector | said | "I want
        Wī Tahana-Reese | Inspector | said | "They told
        Wī Tahana-Reese | Inspector | said | "What I
        Harpreet van der Berg | Dairy owner | said | "I lost
        Harpreet van der Berg | Dairy owner | said | "Not the
        Craig Jepson-Dale | Kaipara mayor | said | Kaipara mayor
        Erana Te Aho | Ngāti Whātua kuia | said | Ngāti Whātua
        Erana Te Aho | Ngāti Whātua kuia | says | "When the
        Grant McCallum-Rowe | MP | said | MP Grant
        """,
        """
        House prices fell in May for the third month, the Valuation Office said on Tuesday.

        Its chief economist, Tomasi Lelei, put the fall at 1.2 percent and said the worst was “probably behind us”.

        Not everyone agrees. “Probably is doing a lot of work there,” said Kowhai Bank’s Annelise de Vries.

        According to de Vries, half of May’s sellers had bought since 2021.

        “They are selling because they must,” she says, “and a forced seller takes what is offered.”

        Says Lelei: “Annelise has predicted six of the last two crashes.”

        The Real Estate Guild’s chief executive, Bindi Marr, said in a release that listings were up, that enquiries were up and that “confidence is returning”.

        Agents spoken to by Stuff were less certain. One said he had not sold a house since Anzac Day.

        First-home buyers Jaz Patel and Tim Orr have been looking for a year. “We lost one by five thousand dollars,” Patel said. “Then it came back on the market for ten less.”

        A “mansion tax” is not being considered, Revenue Minister Simone Gault has said.
        ---
        the Valuation Office | - | said | House prices
        Tomasi Lelei | chief economist | said | Its chief
        Annelise de Vries | - | said | “Probably is
        Annelise de Vries | - | according to | According to
        Annelise de Vries | - | says | “They are
        Tomasi Lelei | chief economist | says | Says Lelei
        Bindi Marr | Real Estate Guild’s chief executive | said | The Real
        one | - | said | One said
        Jaz Patel | - | said | “We lost
        Jaz Patel | - | said | “Then it
        Simone Gault | Revenue Minister | said | A “mansion
        """,
        """
        Teachers will strike for a day next Thursday unless the ministry returns to the table, their union says.

        “Our members are not asking for the moon,” Post-Primary Alliance Te Tai Tokerau delegate Ngaire Wihongi told a rally on Tuesday.

        An open letter signed by 900 principals described the offer as “an insult with a spreadsheet attached”.

        Education Secretary Iona Holt-Smythe told a select committee on Wednesday morning that relievers had been found for most schools.

        She is understood to favour arbitration.

        “Let me be very clear,” she said. “No child will be sent home from a school I run.”

        The committee’s chair, Arapeta Moana-King, was not satisfied. “With respect, you run none of them,” he told her.

        Parents contacted by RNZ were divided. Talking about pay in front of the children was “not on”, said one, Leilani Sua.

        Wihongi has been quoted as saying she would “rather drive a bus”.

        Ministers had hoped to talk the union round before the holidays. The two sides last spoke in April.
        ---
        their union | - | says | Teachers will
        Ngaire Wihongi | Post-Primary Alliance Te Tai Tokerau delegate | told | “Our members
        an open letter | - | described | An open
        Iona Holt-Smythe | Education Secretary | told | Education Secretary
        Iona Holt-Smythe | Education Secretary | said | “Let me
        Iona Holt-Smythe | Education Secretary | said | “No child
        Arapeta Moana-King | chair | told | “With respect
        Leilani Sua | - | said | Talking about
        Ngaire Wihongi | Post-Primary Alliance Te Tai Tokerau delegate | saying | Wihongi has
        """,
        """
        Five Hobart dockers have won back pay after a ruling that their union calls “the thin end of a very welcome wedge”.

        The Fair Work bench held that waiting for a ship was work.

        Justice Adele Ip-Saunders, writing for the majority, found it “artificial in the extreme” to stop the clock.

        Dockers’ union state secretary Mick Farrugia was jubilant.

        “Ask anyone who has stood on that wharf in July,” Farrugia said, grinning. “They’ll tell you it’s work.”

        Tasman Stevedoring’s lawyers had argued that the men were free to leave.

        “Free to leave, and free not to be asked back,” Farrugia scoffed.

        In a short statement the company said that it was disappointed, and that it would consider its options.

        Professor Lenore Ashby, a labour law specialist at Derwent University, believes the ruling will reach truck drivers next.

        “It’s hard to see where it stops,” she told AAP.

        The word “appeal” was not used by either side. Nor did anyone mention the men’s sacked colleague, who is said to have moved to Perth.
        ---
        their union | - | calls | Five Hobart
        Adele Ip-Saunders | Justice | found | Justice Adele
        Mick Farrugia | Dockers’ union state secretary | said | “Ask anyone
        Mick Farrugia | Dockers’ union state secretary | said | “They’ll tell
        Tasman Stevedoring’s lawyers | - | argued | Tasman Stevedoring’s
        Mick Farrugia | Dockers’ union state secretary | scoffed | “Free to
        the company | - | said | In a short
        Lenore Ashby | Professor | believes | Professor Lenore
        Lenore Ashby | Professor | told | “It’s hard
        """,
        """
        The Rotorua hapū whose land lies under the aerodrome wants it back by 2030.

        “We lent it for a war,” said Ngāti Tamaue spokesman Hōri Mitai-Wells. “The war is over.”

        His aunt, Ngāhuia Mitai, gave evidence in te reo.

        “He aha te utu o te aroha?” she asked the tribunal.

        Crown counsel Petra Sims submitted that no lease had ever been signed. The tribunal’s presiding officer, Judge Carwyn Rees, asked her whether that helped or hurt her case.

        “I am in the bench’s hands, sir,” Sims replied, to laughter.

        Airport users were nervous, said Flying Club president Noel Dobbs.

        “My members have put their own money into that hangar.

        “Nobody has told us a thing. We read about this in the Daily Post.”

        A spokesperson for the Minister for Treaty Settlements, Aroha Beattie, said it would be wrong to comment while the hearing went on.

        Local iwi radio described Thursday’s sitting as “standing room only”. A decision could take, in the judge’s words, “longer than any of us would like”.

        Submissions close next month, the tribunal says on its website.
        ---
        Hōri Mitai-Wells | Ngāti Tamaue spokesman | said | “We lent
        Hōri Mitai-Wells | Ngāti Tamaue spokesman | said | “The war
        Ngāhuia Mitai | aunt | asked | “He aha
        Petra Sims | Crown counsel | submitted | Crown counsel
        Petra Sims | Crown counsel | replied | “I am in
        Noel Dobbs | Flying Club president | said | Airport users
        Noel Dobbs | Flying Club president | said | “My members
        Noel Dobbs | Flying Club president | said | “Nobody has
        a spokesperson for the Minister for Treaty Settlements | spokesperson for the Minister for Treaty Settlements | said | A spokesperson
        local iwi radio | - | described | Local iwi
        the tribunal | - | says | Submissions close
        """,
        """
        A storm that tore the roof off Bluff’s only supermarket has been declared “a medium-scale event”, to the town’s disgust.

        “Medium? Come and stand in my freezer aisle,” says owner Baljit Kaur-Hughes.

        Emergency Management Southland controller Simon Mapp said the label decided who paid, “not how bad it was”.

        He promised that no one would go without food.

        According to Mapp’s office, 61 houses had no power on Sunday night. By Monday it was 12, a lines company spokeswoman said.

        “We’ve people working who haven’t slept,” she said.

        Retired skipper Jock Erskine, 88, slept through it. “I’ve been in worse off Puysegur,” he shrugged.

        The insurers’ council has urged people to photograph damage before cleaning up. It says claims should be made online.

        Insurance broker Denise Te Kanawa: “Don’t throw the carpet out. Cut a square off it first.”

        MetService is not expecting more wind. It had warned of gusts on Friday.

        “We were told 90. We got 160,” Mapp said.
        ---
        Baljit Kaur-Hughes | owner | says | “Medium? Come
        Simon Mapp | Emergency Management Southland controller | said | Emergency Management
        Simon Mapp | Emergency Management Southland controller | promised | He promised
        Mapp’s office | - | according to | According to
        a lines company spokeswoman | lines company spokeswoman | said | By Monday
        a lines company spokeswoman | lines company spokeswoman | said | “We’ve people
        Jock Erskine | Retired skipper | shrugged | “I’ve been
        the insurers’ council | - | says | It says
        Denise Te Kanawa | Insurance broker | : | Insurance broker
        Simon Mapp | Emergency Management Southland controller | said | “We were
        """,
    ];
}
