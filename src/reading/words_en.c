/* SPDX-License-Identifier: Apache-2.0 */
/* The English words that the rules know, in lower case, each form by itself. */
#include "reading/words.h"

/* clang-format off */
const SmyiWords smyi_words_en[] = {
    {SMYI_SAY, SMYI_SAYS, NULL,
     "said|says|stated|states that|added|adds|announced|announces|claimed|claims|argued|argues|insisted|insists|warned|warns|vowed|vows|"
     "promised|promises|pledged|pledges|declared|declares|confirmed|confirms|acknowledged|acknowledges|admitted|admits|noted|notes|"
     "stressed|stresses|emphasised|emphasized|emphasises|emphasizes|reiterated|reiterates|suggested|suggests|replied|replies|responded|"
     "explained|explains|wrote|writes|tweeted|posted|reported|reports|asserted|asserts|maintained|maintains|contended|contends|remarked|"
     "predicted|predicts|complained|complains|conceded|concedes|signalled|signaled|hinted|asked|recalled|observed|commented|proposed|"
     "proposes|cautioned|cautions|repeated|revealed|disclosed|boasted|quipped|countered|concluded|testified|proclaimed|called for|"
     "calls for|called on|calls on|made clear|makes clear|point out|pointed out|points out|described|describes|went on to say|has said|had said|have said|urged|urges"},
    {SMYI_SAY, SMYI_THINKS, NULL, "believes|believed|thinks|thought|considers|expects|expected|hopes|hoped|fears|feared|doubts|doubted"},
    {SMYI_SAY, SMYI_TELLS, NULL, "told|tells|informed|assured|reminded"},
    {SMYI_SAY, SMYI_DENIES, NULL, "denied|denies|rejected the claim|rejected claims|dismissed the claim"},
    {SMYI_SAY, SMYI_SAYS_BASE, NULL, "say|claim|argue|insist|warn|believe|deny|suggest|confirm|announce|promise"},
    {SMYI_SAY, SMYI_SAYING, NULL, "saying|adding|warning|insisting|stating|claiming|arguing|noting|telling|stressing|calling for|calling it|vowing|promising|denying"},
    {SMYI_SAY, SMYI_SAYS_NOUN, NULL, "praised|criticised|criticized|condemned|denounced|hailed|welcomed"},
    {SMYI_SOURCE, 0, NULL, "according to|in the words of|in the view of|in the opinion of|quoting|citing|cited by"},
    {SMYI_MEDIA, 0, NULL, "reporters|journalists|the media|the press"},
    {SMYI_VERDICT, 0, NULL, "a claim|an assertion|which is false|which was false|in fact|in reality|in truth|though in fact|but in fact|a boast|an argument that|which no"},
    {SMYI_IDIOM, 0, NULL,
     "that said|having said that|it is said|is said to|are said to|was said to|were said to|said to be|said to have|is claimed|is reported to|are reported to|was reported to|it was reported|"
     "is believed to|are believed to|was believed to|is thought to|are thought to|was thought to|is expected to|are expected to|was expected to|were expected to|"
     "needless to say|so to say|to say the least|hard to say|fair to say|safe to say|goes without saying|to say nothing|so they say|say nothing|have a say|a say|no say|the said|"
     "notes of|the notes|press reports|media reports|news reports|reports of|the reports|reported that day|suggests itself|called off|calls off|so-called|"
     "not only|not least|no longer only|whether or not|why not|no doubt|no matter|not just|not merely|"
     "meeting room|meeting place|in support of the|arms race|arms control|to arms|up in arms|both arms|coat of arms|"
     "may day|may day parade|march on|"
     "in order to|in addition|in general|in particular|in turn|in spite|"
     "states of|the state of the|head of state|heads of state|state media|turkey dinner|who's who|us all|"
     "well known|known as|he who|such as the|as well as the meeting"},
    {SMYI_OFFICE, 0, NULL,
     "president|vice president|vice-president|prime minister|deputy prime minister|premier|chancellor|vice chancellor|secretary of state|secretary of defense|"
     "secretary of defence|foreign minister|deputy foreign minister|defence minister|defense minister|defense secretary|defence secretary|finance minister|"
     "interior minister|energy minister|trade minister|commerce secretary|treasury secretary|foreign secretary|home secretary|secretary-general|secretary general|"
     "general secretary|party secretary|high representative|foreign policy chief|eu foreign policy chief|special envoy|envoy|peace envoy|presidential envoy|us envoy|"
     "ambassador|spokesman|spokeswoman|spokesperson|press secretary|national security adviser|national security advisor|king|queen|crown prince|prince|emir|sultan|"
     "senator|congressman|representative|minister|chairman|chairwoman|president-elect|chief of staff|presidential aide|foreign policy aide|foreign policy adviser|"
     "aide|adviser|advisor|deputy minister|speaker|governor|mayor|general|admiral|commander|leader|supreme leader|opposition leader|rebel leader|negotiator|chief negotiator|"
     "lead negotiator|commissioner|commission president|european commission president|council president|european council president|director|director-general|director general|"
     "state secretary|minister of foreign affairs|minister of defence|minister of defense|minister for foreign affairs|head of state|head of government|former president|intelligence chief|spy chief|army chief|military chief|security chief|police chief|"
     "former prime minister|former foreign minister|former chancellor|acting president|interim president|mediator|chief mediator|under-secretary-general|colonel|patriarch|"
     "pope|cardinal|ayatollah|judge|prosecutor|chief prosecutor|attorney general|trade representative|trade envoy|delegate|chief delegate"},
    {SMYI_ROLE, 0, NULL,
     "officials|official|senior officials|senior official|diplomats|diplomat|analysts|analyst|experts|expert|observers|sources|source|critics|critic|commentators|"
     "commentator|aides|lawmakers|reporters|journalists|residents|witnesses|supporters|opponents|economists|economist|historians|historian|negotiators|mediators|ministers|delegates|scholars|"
     "government|foreign ministry|defence ministry|defense ministry|finance ministry|ministry|embassy|delegation|parliament|army|military|navy|administration|"
     "cabinet|presidency|opposition|authorities|commanders|people familiar with the matter|a person familiar with the matter|statement|communique|communiqué|report|newspaper"},
    {SMYI_SIDE, 0, NULL, "government|side|authorities|delegation|foreign ministry|defence ministry|defense ministry|military|army|administration|leadership|cabinet|ministry|embassy|presidency|forces|troops|negotiators|parliament"},
    {SMYI_GROUP, 0, NULL,
     "supporters|followers|voters|people|public|citizens|soldiers|allies|partners|companies|firms|economy|oil|gas|territory|border|war|interests|security|banks|assets|media|exports|imports|goods|ships|election|elections|capital|soil|sovereignty|support|help|aid|law"},
    {SMYI_ACT, 0, "meet", "met|meets|met with|meets with|met face to face with|will meet|held talks with|holds talks with|hold talks with|negotiated with|conferred with|sat down with|held a meeting with|held a summit with|hosted|hosts|received|receives|to meet|meet|talks with|meeting with|summit with|negotiations with|held talks|hold talks"},
    {SMYI_ACT, 0, "call", "telephoned|phoned|spoke with|speaks with|spoke to|spoke by phone with|spoke by telephone with|a phone call with|a call with|phone call with|phone call to|held a phone call with|spoke on the phone with"},
    {SMYI_ACT, 0, "visit", "visited|visits|travelled to|traveled to|flew to|paid a visit to|a visit to|arrived in|will visit|to visit|state visit to"},
    {SMYI_ACT, 0, "mediate", "mediated between|mediates between|brokered talks between|mediate between"},
    {SMYI_ACT, 0, "agree", "agreed with|signed an agreement with|signed a treaty with|signed a deal with|reached an agreement with|reached agreement with|reached a deal with|concluded a treaty with|struck a deal with|signed a peace treaty with|signed a ceasefire with|signed a peace treaty|signed a ceasefire|signed an agreement|signed a treaty"},
    {SMYI_ACT, 0, "support", "supported|supports|backed|backs|endorsed|endorses|sided with|sides with|stood by|voiced support for|expressed support for|threw its weight behind"},
    {SMYI_ACT, 0, "recognise", "recognised|recognises|recognized|recognizes|to recognise|to recognize|recognise|recognize|formally recognised|formally recognized|granted recognition to|established diplomatic relations with|recognition of"},
    {SMYI_ACT, 0, "praise", "praised|praises|hailed|applauded|commended"},
    {SMYI_ACT, 0, "cooperate", "cooperated with|allied with|cooperates with|allied itself with"},
    {SMYI_ACT, 0, "arm", "armed|arms|arming|supplied weapons to|supplies weapons to|sent weapons to|sold weapons to|sold arms to|delivered weapons to|shipped weapons to|supplied arms to|sent arms to|delivered arms to|provided weapons to|provided military aid to|resumed military aid to|resumed arms deliveries to|military aid to|arms deliveries to|weapons deliveries to|arms sales to|delivered missiles to|supplied missiles to|sent missiles to|sold missiles to|sends weapons to|sends arms to|send weapons to|ship arms to|supplying weapons to|resumed military support for|military support for"},
    {SMYI_ACT, 0, "aid", "aided|sent aid to|provided aid to|lent money to|gave a loan to|humanitarian aid to|financial aid to|sent relief to|granted a loan to|provided financial support to"},
    {SMYI_ACT, 0, "concede", "lifted sanctions on|eased sanctions on|lifted sanctions against|made concessions to|lifting sanctions on|lift sanctions on|conceded to|lifts sanctions on|suspended sanctions against|suspended sanctions on|ease sanctions on"},
    {SMYI_ACT, 0, "release", "released|freed|handed over"},
    {SMYI_ACT, 0, "withdraw", "withdrew from|withdraws from|pulled out of|withdrew its troops from|pulled its troops out of|withdrew troops from|withdraw from"},
    {SMYI_ACT, 0, "press", "pressed|presses|pressured|pressures|urged|urges|put pressure on|puts pressure on|demanded from|called on|calls on|leaned on|pressing|pushed|pressuring|appealed to|piled pressure on|increased pressure on|demanded that|demands that|to press|exerted pressure on|asked"},
    {SMYI_ACT, 0, "invite", "invited|invites"},
    {SMYI_ACT, 0, "accuse", "accused|accuses|blamed|blames|condemned|condemns|criticised|criticizes|criticises|criticized|denounced|denounces|charged"},
    {SMYI_ACT, 0, "reject", "rejected|rejects|refused to recognise|refused to recognize|refused to meet|refuses to meet|rebuffed|turned down|vetoed|boycotted|spurned|refused"},
    {SMYI_ACT, 0, "threaten", "threatened|threatens|threatening|warned|warns|threat against|threats against|issued an ultimatum to|gave an ultimatum to|issued threats against"},
    {SMYI_ACT, 0, "sanction", "sanctioned|sanctions|imposed sanctions on|imposes sanctions on|impose sanctions on|imposed new sanctions on|imposed sanctions against|imposed further sanctions on|imposed tariffs on|imposes tariffs on|imposed an embargo on|imposed an arms embargo on|embargoed|blockaded|sanctions on|sanctions against|tariffs on|broke off relations with|severed relations with|cut diplomatic ties with|secondary sanctions on|banned imports from|imposed a blockade on|imposed economic sanctions on|froze the assets of|imposing sanctions on|new sanctions on|expelled diplomats of|closed its border with|cut off trade with"},
    {SMYI_ACT, 0, "protest", "protested against|lodged a protest with|protested to"},
    {SMYI_ACT, 0, "mobilise", "mobilised against|mobilized against|massed troops on the border with|massed troops near|deployed troops to|deployed troops near"},
    {SMYI_ACT, 0, "coerce", "arrested|detained|deported|indicted|issued an arrest warrant for|expelled|seized"},
    {SMYI_ACT, 0, "annex", "annexed|annexes|occupied|occupies|annexing|conquered|annexation of|occupation of|seized control of|captured"},
    {SMYI_ACT, 0, "attack", "attacked|attacks|invaded|invades|bombed|bombs|shelled|struck|strikes|fired on|fired missiles at|declared war on|launched an attack on|launched strikes on|invasion of|raided|carried out strikes on|launched missiles at|launched air strikes on|bombarded|attack on|war on|attacks on|strikes on|shells"},
    {SMYI_OUT, SMYI_OUT_OBJECT, NULL,
     "excluded|excludes|excluding|kept out|keeps out|keep out|kept away|left out|leaves out|leave out|leaving out|shut out|shuts out|shutting out|sidelined|sidelines|barred|bars|locked out|"
     "frozen out|cut out|pushed aside|pushed away|kicked out|turned away|bypassed|bypasses|bypassing|snubbed|uninvited|disinvited|not invite|kept from the table|sidelining|squeezed out|went over the heads of|over the heads of|over the head of|behind the back of|behind the backs of|kept away from the table|kept in the dark"},
    {SMYI_OUT, SMYI_OUT_SUBJECT, NULL,
     "not consulted|was not consulted|were not consulted|not invited|was not invited|were not invited|not been invited|had not been invited|has not been invited|without a seat|had no seat|has no seat|have no seat|no seat at the table|not at the table|not be at the table|"
     "absent|was absent|were absent|stayed away|not represented|not included|no place at the table|not present|not a party to the talks|was not present|were not present|will not take part|did not take part|took no part|not allowed to attend|not asked to attend|not asked to join|denied a seat|has been left watching|not in the room|was not in the room|were not in the room|no invitation|received no invitation|got no invitation"},
    {SMYI_OUT, SMYI_OUT_WITHOUT, NULL, "without inviting|without the participation of|in the absence of|without consulting|without the presence of|without any representative of|without representatives of|without involving"},
    {SMYI_NOT, 0, NULL, "not|never|no|neither|nor|n't|didn't|doesn't|don't|won't|wouldn't|isn't|wasn't|weren't|aren't|cannot|can't|couldn't|hasn't|haven't|hadn't|refused to|declined to|refuses to|declines to|without|none|nobody|failed to"},
    {SMYI_HE, 0, NULL, "he"},
    {SMYI_SHE, 0, NULL, "she"},
    {SMYI_AUTHOR, 0, NULL, "i|we|you|one|some|many|people|they|it|this|there|nobody|everyone|some people|others|most"},
    {SMYI_IN, 0, NULL, "in|at|on|from|near|into|during|since|around|of|for|about|over|under|through|despite|amid|after|before|when|while|because|although|though|if|as|until|within|outside|inside|across|towards|toward|following|ahead of"},
    {SMYI_TO, 0, NULL, "to|against|upon"},
    {SMYI_WITH, 0, NULL, "with|alongside|together with"},
    {SMYI_BY, 0, NULL, "by"},
    {SMYI_AND, 0, NULL, "and|as well as|&|or"},
    {SMYI_BUT, 0, NULL, "but|yet|however|whereas|still|meanwhile|instead"},
    {SMYI_ADVERB, 0, NULL,
     "also|later|then|again|repeatedly|has|had|have|will|would|could|may|might|should|can|must|did|does|do|publicly|privately|openly|already|only|just|once|twice|"
     "earlier|further|reportedly|recently|formally|officially|finally|first|since|now|today|yesterday|himself|herself|itself|themselves|jointly|both|all|each|even|"
     "soon|often|always|immediately|quickly|then-|repeatedly and publicly|flatly|bluntly|angrily|firmly|strongly|briefly|directly|personally|unilaterally|separately|illegally|have been|long|last|this|there|in turn|simply|explicitly"},
    {SMYI_BE, 0, NULL, "is|was|were|are|been|be|being|got|is being|are being|was being|has been|have been|had been|to be|will be"},
    {SMYI_THAT, 0, NULL, "that"},
    {SMYI_WHO, 0, NULL, "who|which|whose|whom"},
    {SMYI_SUCH_AS, 0, NULL, "such as|including|like|namely|among them"},
};
/* clang-format on */

const size_t smyi_n_words_en = sizeof smyi_words_en / sizeof *smyi_words_en;
