package role

import "slices"

// A form is a way to give a role, or what looks like one, with a sentence and the roles
// that it gives. People stand in angle brackets, other names in braces; a role stands
// with the name of its holder.
type form struct{ name, sentence, want string }

var forms = slices.Concat(nounForms, openForms, verbForms)

// nounForms have the role before or beside the name.
var nounForms = []form{
	{
		"among them", "Three senators, among them <Bo Dahl>, left.",
		"Three senators: Bo Dahl",
	},
	{
		"several behind a dash",
		"The two candidates - <Bo Dahl> of {Ohio} and <Ann Moe> - won.",
		"two candidates: Bo Dahl; two candidates: Ann Moe",
	},
	{"a verb before the title", "He threatened to kill Rep. <Ann Moe>.", "Rep.: Ann Moe"},
	{"county recorder", "County Recorder <Ann Moe> left.", "County Recorder: Ann Moe"},
	{"before", "<Ann Moe> met President <Lund>.", "President: Lund"},
	{
		"a body in front",
		"{White House} spokesman <Bo Dahl> spoke.",
		"White House spokesman: Bo Dahl",
	},
	{
		"a quoted word in front",
		"<Ann Moe>, a self-styled “new-media” journalist, spoke.",
		"self-styled “new-media” journalist: Ann Moe",
	},
	{
		"one of those called so",
		"<Ann Moe>, one of the original “big four” negotiators, spoke.",
		"original “big four” negotiators: Ann Moe",
	},
	{"what somebody said", "<Ann Moe> called him a “liar.” Senator <Bo Dahl> left.", "Senator: Bo Dahl"},
	{
		"at a body before the name",
		"Chief investment officer at {Acme Capital} <Ann Moe> agreed.",
		"Chief investment officer at Acme Capital: Ann Moe",
	},
	{
		"two in capitals before a comma",
		"They met {Acme} President and Chief Executive Officer, <Bo Dahl>.",
		"Acme President: Bo Dahl; Chief Executive Officer: Bo Dahl",
	},
	{
		"no comma before the verb",
		"The former treasurer, <Ann Moe> will be there.",
		"former treasurer: Ann Moe",
	},
	{
		"no comma before a second verb",
		"<Ann Moe>, {Acme}'s treasurer and former {Omni} executive said so.",
		"Acme's treasurer: Ann Moe; former Omni executive: Ann Moe",
	},
	{
		"no comma after the name",
		"<Bo Dahl> a strategist for {Acme}, agreed.",
		"strategist for Acme: Bo Dahl",
	},
	{
		"a short form behind and",
		"The company president and CEO <Bo Dahl> agreed.",
		"company president: Bo Dahl; CEO: Bo Dahl",
	},
	{
		"a post before a rank",
		"{NATO}'s chief of staff General <Bo Dahl> agreed.",
		"NATO's chief of staff: Bo Dahl; General: Bo Dahl",
	},
	{"an abbreviation", "She asked Sen. <Ann Moe> about it.", "Sen.: Ann Moe"},
	{"a state in front", "{Ohio} Gov. <Bo Dahl> won.", "Ohio Gov.: Bo Dahl"},
	{
		"a rank of two words",
		"retired Lt. Gen. <Bo Dahl> agreed.",
		"retired Lt. Gen.: Bo Dahl",
	},
	{
		"former",
		"They met former Secretary of State <Ann Moe> there.",
		"former Secretary of State: Ann Moe",
	},
	{
		"two before",
		"Founder and chief executive <Bo Dahl> left.",
		"Founder: Bo Dahl; chief executive: Bo Dahl",
	},
	{"small letters", "The speech angered senator <Ann Moe>.", "senator: Ann Moe"},
	{
		"a hyphen",
		"President-elect <Ann Moe> and ex-mayor <Bo Dahl> met.",
		"President-elect: Ann Moe; ex-mayor: Bo Dahl",
	},
	{"then", "They knew then-Gov. <Ann Moe> well.", "then-Gov.: Ann Moe"},
	{
		"the owner in front",
		"<Lund>'s campaign manager <Ann Moe> quit.",
		"Lund's campaign manager: Ann Moe",
	},
	{
		"a person's campaign",
		"<Lund> campaign chairman <Bo Dahl> quit.",
		"Lund campaign chairman: Bo Dahl",
	},
	{"an article in front", "The actor <Bo Dahl> was there.", "actor: Bo Dahl"},
	{"a courtesy between", "His lawyer, Mr. <Dahl>, agreed.", "lawyer: Dahl"},
	{
		"a trade by its ending",
		"They hired drummer <Bo Dahl> again.",
		"drummer: Bo Dahl",
	},
	{"a letter is no trade", "In the letter <Bo Dahl> agreed.", ""},
	{
		"several",
		"Sens. <Ann Moe> and <Bo Dahl> agreed.",
		"Sens.: Ann Moe; Sens.: Bo Dahl",
	},
	{
		"several with brackets",
		"Sens. <Ann Moe> (R-Ohio), <Bo Dahl> (D-Iowa) and <Cy Lie> agreed.",
		"Sens.: Ann Moe; Sens.: Bo Dahl; Sens.: Cy Lie",
	},
	{
		"reporters are not those named",
		"She told reporters <Dahl> and <Lie> had left.",
		"",
	},
	{
		"a role on top of a title",
		"{House Budget Committee} Chairman Rep. <Bo Dahl> agreed.",
		"House Budget Committee Chairman: Bo Dahl; Rep.: Bo Dahl",
	},
	{
		"a body behind the role",
		"Director of National Intelligence <Bo Dahl> agreed.",
		"Director of National Intelligence: Bo Dahl",
	},
	{
		"a title in the name",
		"<Pope Linus> spoke and <Dean Moe> listened.",
		"Pope: Pope Linus",
	},
	{
		"a verb is no part",
		"<Ann Moe> endorsed former governor <Bo Dahl>.",
		"former governor: Bo Dahl",
	},
	{
		"a plural verb is no part",
		"The senators include majority leader <Bo Dahl>.",
		"majority leader: Bo Dahl",
	},
	{"a rival is no part", "They named rival Sen. <Ann Moe> too.", "Sen.: Ann Moe"},
	{"a verb that looks like a role", "They want to host <Bo Dahl> there.", ""},
	{"only thought of", "What would a President <Dahl> do?", ""},
	{
		"a role that may come",
		"Two potential running mates and potential nominee <Bo Dahl> came.",
		"",
	},
	{"kin", "His wife <Ann Moe> and brother <Bo Dahl> came.", ""},
	{
		"traits",
		"Billionaire <Bo Dahl>, front-runner <Ann Moe> and Democrat <Cy Lie> came.",
		"",
	},
	{"courtesy alone", "Mr. <Dahl>, Mrs. <Moe> and Sir <Cy Lie> came.", ""},
	{"nationality alone", "The {German} <Bo Dahl> won.", ""},
	{"not a person", "The lawyer {Acme} hired left.", ""},
	{
		"behind",
		"<Ann Moe>, the {German} chancellor, spoke.",
		"German chancellor: Ann Moe",
	},
	{
		"a complement",
		"<Bo Dahl>, a lawyer for the company, agreed.",
		"lawyer for the company: Bo Dahl",
	},
	{"her own", "Ms. <Moe>, his campaign manager, agreed.", "campaign manager: Moe"},
	{
		"two with complements",
		"<Bo Dahl>, chief executive of {Acme} and chairman of {Bolt}, left.",
		"chief executive of Acme: Bo Dahl; chairman of Bolt: Bo Dahl",
	},
	{
		"three in a row",
		"<Bo Dahl>, a writer, actor and director, left.",
		"writer: Bo Dahl; actor: Bo Dahl; director: Bo Dahl",
	},
	{
		"at a school",
		"So said <Bo Dahl>, a professor of law at {Yale}.",
		"professor of law at Yale: Bo Dahl",
	},
	{
		"a relative clause ends it",
		"<Bo Dahl>, a lawyer who knew her, agreed.",
		"lawyer: Bo Dahl",
	},
	{
		"a participle ends it",
		"<Bo Dahl>, an analyst covering {Acme}, agreed.",
		"analyst: Bo Dahl",
	},
	{"with an age", "<Bo Dahl>, 45, a teacher, agreed.", "teacher: Bo Dahl"},
	{
		"with a party",
		"<Bo Dahl>, R-Ohio, chairman of the committee, agreed.",
		"chairman of the committee: Bo Dahl",
	},
	{
		"with brackets",
		"<Bo Dahl> (R-Ohio), the committee chairman, agreed.",
		"committee chairman: Bo Dahl",
	},
	{
		"with a place",
		"<Bo Dahl> of {Ohio}, the former speaker, agreed.",
		"former speaker: Bo Dahl",
	},
	{
		"in brackets",
		"<Bo Dahl> (her campaign manager) agreed.",
		"campaign manager: Bo Dahl",
	},
	{
		"between dashes",
		"<Bo Dahl> — the party's treasurer — agreed.",
		"party's treasurer: Bo Dahl",
	},
	{"no comma", "<Bo Dahl> the actor, not the mayor.", "actor: Bo Dahl"},
	{"now", "<Bo Dahl>, now a consultant, agreed.", "consultant: Bo Dahl"},
	{
		"one of several",
		"<Bo Dahl>, one of the party's leaders, agreed.",
		"party's leaders: Bo Dahl",
	},
	{
		"a member of a body",
		"<Bo Dahl>, a member of the city council, agreed.",
		"member of the city council: Bo Dahl",
	},
	{"a member of a club", "<Bo Dahl>, a member of the club, agreed.", ""},
	{
		"behind for another",
		"<Bo Dahl>, a spokesman for President <Lund>, agreed.",
		"spokesman for President Lund: Bo Dahl; President: Lund",
	},
	{
		"the role is the next one's",
		"With <Ann Moe>, President <Lund> and others left.",
		"President: Lund",
	},
	{
		"an outside adviser",
		"<Bo Dahl>, a top outside <Moe> adviser, agreed.",
		"top outside Moe adviser: Bo Dahl",
	},
	{
		"kin behind",
		"<Ann Moe>, the governor's wife, and <Bo Dahl>, a father of two, came.",
		"",
	},
	{
		"the sentence goes on",
		"According to <Bo Dahl>, the president insisted on it.",
		"",
	},
	{
		"emeritus",
		"<Bo Dahl>, professor emeritus at {Yale}, agreed.",
		"professor emeritus at Yale: Bo Dahl",
	},
	{
		"in chief",
		"<Bo Dahl>, editor in chief of the {Post}, agreed.",
		"editor in chief of the Post: Bo Dahl",
	},
	{"ahead", "The party's leader, <Bo Dahl>, agreed.", "party's leader: Bo Dahl"},
	{
		"a complement ahead",
		"The chairman of the board, <Bo Dahl>, agreed.",
		"chairman of the board: Bo Dahl",
	},
	{"at the end", "She talked to the governor, <Bo Dahl>.", "governor: Bo Dahl"},
	{
		"an aide to one",
		"An aide to the mayor, <Bo Dahl>, agreed.",
		"aide to the mayor: Bo Dahl",
	},
	{"the wife of one", "The wife of the governor, <Ann Moe>, agreed.", ""},
	{"a list is no apposition", "The president, <Ann Moe> and <Bo Dahl> came.", ""},
	{"nobody named", "A spokesman said the president agreed.", ""},
	{
		"a role of a titled person's",
		"<Ann Moe>, a senior adviser to Mr. <Dahl> and past president of {Acme}, agreed.",
		"senior adviser to Mr. Dahl: Ann Moe; past president of Acme: Ann Moe",
	},
	{
		"two people behind",
		"<Ann Moe> and <Bo Dahl>, the firm's founders, left.",
		"firm's founders: Ann Moe; firm's founders: Bo Dahl",
	},
	{
		"a state between",
		"<Bo Dahl>, a lawyer in {Oslo}, {Ohio}, and an editor, left.",
		"lawyer in Oslo: Bo Dahl; editor: Bo Dahl",
	},
	{
		"a union's president",
		"{AFL-CIO} President <Bo Dahl> agreed.",
		"AFL-CIO President: Bo Dahl",
	},
	{"a leader in the polls", "<Moe> is the leader among women.", ""},
	{
		"under another",
		"He became secretary of defense under President <Lund>.",
		"President: Lund",
	},
	{"nor is a gathering", "It came in <Moe>'s tenure as secretary of state at a campaign rally.", "secretary of state: Moe"},
	{"a time is no complement", "<Moe> has been an aide for years.", "aide: Moe"},
	{
		"the only one",
		"<Moe> is the only candidate for mayor.",
		"candidate for mayor: Moe",
	},
	{"another's reputation", "He hurt <Moe>'s reputation as a businessman.", ""},
	{
		"two in capitals",
		"So said former Gov. and Party Chairman <Bo Dahl>.",
		"former Gov.: Bo Dahl; Party Chairman: Bo Dahl",
	},
	{"named", "They met a builder named <Bo Dahl>.", "builder: Bo Dahl"},
	{
		"then in the name",
		"They knew <then-Sen. Bo Dahl> well.",
		"then-Sen.: then-Sen. Bo Dahl",
	},
	{"to debate", "I am going to debate Secretary <Moe>.", "Secretary: Moe"},
	{
		"chosen with a title",
		"She has chosen Sen. <Bo Dahl> as her running mate.",
		"Sen.: Bo Dahl; running mate: Bo Dahl",
	},
	{
		"a general named whole",
		"''Yes,'' said <Gen. Bo R. Dahl>, the drug policy director in {Oslo}.",
		"Gen.: Gen. Bo R. Dahl; drug policy director in Oslo: Gen. Bo R. Dahl",
	},
	{
		"a general",
		"''Yes, given its resources,'' said <Gen>. <Bo R. Dahl>, the director.",
		"Gen.: Bo R. Dahl; director: Bo R. Dahl",
	},
	{
		"a body of times",
		"<Moe>, a former editor for {The Oslo Times}, left.",
		"former editor for The Oslo Times: Moe",
	},
	{
		"a body after to",
		"According to {Afghan} Ambassador to the {United States} <Bo Dahl>, it did.",
		"Afghan Ambassador to the United States: Bo Dahl",
	},
	{
		"a courtesy after a body",
		"Undersecretary for {Education} Mr. <Dahl> says so.",
		"Undersecretary for Education: Dahl",
	},
	{
		"a short form",
		"{Acme} chief executive officer (CEO) <Bo Dahl> left.",
		"Acme chief executive officer: Bo Dahl",
	},
	{
		"a general behind a post",
		"{Defense Authority} director General <Bo Dahl> said so.",
		"Defense Authority director: Bo Dahl; General: Bo Dahl",
	},
	{"a first lady", "First lady <Ann Moe> spoke.", "First lady: Ann Moe"},
	{
		"likely",
		"They will meet likely nominee <Ann Moe> there.",
		"likely nominee: Ann Moe",
	},
	{"an art major", "<Ann Moe> is a major donor.", ""},
	{
		"several of places",
		"They are councillors <Ann Moe> of the {Civic Party} and <Bo Dahl> of the {Green Party}.",
		"councillors: Ann Moe; councillors: Bo Dahl",
	},
	{
		"several with parties",
		"Sens. <Ann Moe>, D-Wash., and <Bo Dahl>, R-Kan., agreed.",
		"Sens.: Ann Moe; Sens.: Bo Dahl",
	},
	{
		"several, then another title",
		"Sens. <Ann Moe>, <Bo Dahl> and {Ohio} Gov. <Cy Lie> agreed.",
		"Sens.: Ann Moe; Sens.: Bo Dahl; Ohio Gov.: Cy Lie",
	},
	{
		"before a verb",
		"{Chile}'s president, <Ann Moe> said so.",
		"Chile's president: Ann Moe",
	},
	{"a person before a verb", "To the president, <Ann Moe> said so.", ""},
	{"a quotation before a verb", "“She is a bad candidate,” <Bo Dahl> said.", ""},
	{
		"two ahead",
		"The founder and chairman of {Acme}, <Bo Dahl>, left.",
		"founder: Bo Dahl; chairman of Acme: Bo Dahl",
	},
	{
		"brackets ahead",
		"The secretary general of {CEI} ({Bishops}), <Bo Dahl>, left.",
		"secretary general of CEI: Bo Dahl",
	},
	{
		"a title between",
		"The committee's chair, Rep. <Ann Moe> ({Fla.}), left.",
		"committee's chair: Ann Moe; Rep.: Ann Moe",
	},
	{
		"one of several ahead",
		"One of the court's justices, <Bo Dahl>, left.",
		"court's justices: Bo Dahl",
	},
	{
		"several ahead",
		"His advisers, <Ann Moe> and Gen. <Bo Dahl>, left.",
		"advisers: Ann Moe; advisers: Bo Dahl; Gen.: Bo Dahl",
	},
	{
		"a number of them ahead",
		"They met two candidates, <Ann Moe> and <Bo Dahl>.",
		"two candidates: Ann Moe; two candidates: Bo Dahl",
	},
	{
		"a candidate for an office ahead",
		"The candidate for governor, <Bo Dahl>, left.",
		"candidate for governor: Bo Dahl",
	},
	{
		"a bond, then roles",
		"<Bo Dahl>, a Republican and former governor, left.",
		"former governor: Bo Dahl",
	},
	{
		"a bond, then roles, told",
		"<Bo Dahl>, is an influential Republican, former congressman and adviser to <Lund>.",
		"former congressman: Bo Dahl; adviser to Lund: Bo Dahl",
	},
	{"elected behind", "<Ann Moe>, elected mayor in May, left.", "mayor: Ann Moe"},
	{"no second comma", "<Bo Dahl>, CEO of {Acme} said so.", "CEO of Acme: Bo Dahl"},
	{
		"two fields",
		"<Bo Dahl>, education and law professor at {Yale}, agreed.",
		"education and law professor at Yale: Bo Dahl",
	},
	{
		"one of several after another",
		"<Bo Dahl>, head of {Acme} and one of the bill's chief negotiators, agreed.",
		"head of Acme: Bo Dahl; bill's chief negotiators: Bo Dahl",
	},
	{
		"a participle behind",
		"<Bo Dahl>, the lawyer leading the search, and <Cy Lie>, a contractor accused of spying, left.",
		"lawyer: Bo Dahl; contractor: Cy Lie",
	},
	{
		"a complement without end",
		"<Bo Dahl>, co-author of Three’s a Crowd, left.",
		"co-author: Bo Dahl",
	},
	{
		"a firm read as a person",
		"<Bo Dahl>, an analyst for the investment company <Janney>, left.",
		"analyst for the investment company Janney: Bo Dahl",
	},
	{
		"two people told",
		"When <Ann Moe> and <Bo Dahl> were consultants to the party, it won.",
		"consultants to the party: Ann Moe; consultants to the party: Bo Dahl",
	},
	{
		"who behind a role",
		"So said <Bo Dahl>, an economist who is director of {Acme}.",
		"economist: Bo Dahl; director of Acme: Bo Dahl",
	},
	{
		"who behind a bond",
		"<Bo Dahl>, a supporter who is the chairman in {Oslo}, left.",
		"chairman in Oslo: Bo Dahl",
	},
	{"an adjective", "<Bo Dahl> is hopeful. <Ann Moe> is the best candidate.", ""},
	{
		"a quotation in what is told",
		"<Moe> noted that she is “the only candidate in this race”.",
		"candidate in this race: Moe",
	},
	{
		"a verb before a title",
		"He would not continue President <Lund>'s policy.",
		"President: Lund",
	},
	{
		"an adjective before a title",
		"A buoyant Gen. <Bo Dahl> agreed.",
		"buoyant Gen.: Bo Dahl",
	},
	{"supposed with an article", "They fear a President <Lund> now.", ""},
	{"fellow alone", "He praised fellow <Dahl> there.", ""},
	{
		"beside a bond",
		"They asked presidential candidate and proud progressive <Ann Moe>.",
		"presidential candidate: Ann Moe",
	},
	{
		"a field behind a post",
		"Senior vice president for marketing <Bo Dahl> left.",
		"Senior vice president for marketing: Bo Dahl",
	},
	{
		"part of a body",
		"Executive director of the {Ohio} chapter of the {Acme Council} <Ann Moe> left.",
		"Executive director of the Ohio chapter of the Acme Council: Ann Moe",
	},
	{
		"two words of a rank",
		"Major general <Bo Dahl> left.",
		"Major general: Bo Dahl",
	},
	{
		"several without and",
		"Here are Senators <Bo Dahl>, the majority leader, and others.",
		"Senators: Bo Dahl; majority leader: Bo Dahl",
	},
	{
		"several and somebody's",
		"Pastors <Moe> and <Lund> and {Acme}'s <Dahl> came.",
		"Pastors: Moe; Pastors: Lund",
	},
	{
		"examples",
		"The candidates, including <Ann Moe> and Senator <Bo Dahl>, agreed.",
		"candidates: Ann Moe; candidates: Bo Dahl; Senator: Bo Dahl",
	},
	{"such as", "In economists such as <Ann Moe> they trust.", "economists: Ann Moe"},
	{
		"a pair",
		"A pair of freshman senators, <Ann Moe> of {Ohio} and <Bo Dahl>, are there.",
		"freshman senators: Ann Moe; freshman senators: Bo Dahl",
	},
	{
		"in brackets",
		"<Bo Dahl> ({Acme} Chairman and CEO) left.",
		"Acme Chairman: Bo Dahl; CEO: Bo Dahl",
	},
	{
		"turned",
		"Under <Bo Dahl>, a rebel leader turned president, {Lund} was poor.",
		"rebel leader: Bo Dahl; president: Bo Dahl",
	},
	{
		"two adjectives",
		"They saw <Bo Dahl>, the brusque, outspoken governor of {Ohio}, there.",
		"brusque, outspoken governor of Ohio: Bo Dahl",
	},
	{
		"an adverb",
		"<Ann Moe>, the wildly popular singer, came.",
		"wildly popular singer: Ann Moe",
	},
	{
		"a participle behind",
		"<Bo Dahl>, the drug company executive arrested in May, left.",
		"drug company executive: Bo Dahl",
	},
	{
		"a gift",
		"<Bo Dahl>, an airline pilot with a gift for imitating <Lund>, left.",
		"airline pilot: Bo Dahl",
	},
	{
		"a title of a book",
		"<Bo Dahl>, an activist and author of Let the People Rule, left.",
		"activist: Bo Dahl; author: Bo Dahl",
	},
	{
		"for kin",
		"It pleased <Bo Dahl>, attorney for <Moe>'s father <Juan Lund>, greatly.",
		"attorney for Moe's father Juan Lund: Bo Dahl",
	},
	{
		"kin first",
		"It pleased <Bo Dahl>, brother of President <Lund> and head of the army, greatly.",
		"President: Lund; head of the army: Bo Dahl",
	},
	{"a forgotten comma", "<Bo Dahl>, {Acme}'s CEO said so.", "Acme's CEO: Bo Dahl"},
	{
		"ahead of a title with a party",
		"The chair of the committee, Senator <Bo Dahl> (D) of {Ohio} said so.",
		"chair of the committee: Bo Dahl; Senator: Bo Dahl",
	},
	{
		"recently named behind",
		"<Bo Dahl>, recently named chief executive, left.",
		"chief executive: Bo Dahl",
	},
	{"a kind of", "The question is what kind of candidate <Bo Dahl> will become.", ""},
	{
		"a role behind a role",
		"So said presidential candidate former Secretary of State <Ann Moe>.",
		"presidential candidate: Ann Moe; former Secretary of State: Ann Moe",
	},
	{
		"three before",
		"{Acme} founder, chairman and CEO <Bo Dahl> died.",
		"Acme founder: Bo Dahl; chairman: Bo Dahl; CEO: Bo Dahl",
	},
	{
		"a short noun with a prefix",
		"{Acme} co-CEO <Bo Dahl> agreed.",
		"Acme co-CEO: Bo Dahl",
	},
	{
		"a profession by its ending",
		"<Bo Dahl>, a 52-year-old obstetrician-gynecologist, came.",
		"52-year-old obstetrician-gynecologist: Bo Dahl",
	},
	{
		"a faculty",
		"<Bo Dahl>, a history faculty member at {Yale}, agreed.",
		"history faculty member at Yale: Bo Dahl",
	},
	{
		"a trait with its state",
		"<Bo Dahl>, the Republican from {Ohio} and chairman of the panel, left.",
		"chairman of the panel: Bo Dahl",
	},
	{"dashes ahead", "The new chairman — <Bo Dahl> — agreed.", "new chairman: Bo Dahl"},
	{
		"chiefs",
		"The chairman of the Joint Chiefs, <Bo Dahl>, agreed.",
		"chairman of the Joint Chiefs: Bo Dahl",
	},
	{
		"what is no role's complement",
		"Her pick for vice president, <Bo Dahl>, agreed.",
		"",
	},
	{"now ahead", "Now the mayor, <Bo Dahl> signed it.", "mayor: Bo Dahl"},
	{
		"a title read as a name",
		"They support <Speaker> <Dahl>'s plan.",
		"Speaker: Dahl",
	},
	{
		"a general in small letters",
		"Retired general <Bo Dahl> agreed.",
		"Retired general: Bo Dahl",
	},
	{"a major donor", "A major <Moe> donor agreed.", ""},
	{
		"a state behind a role",
		"So said fellow candidate {Texas} Senator <Bo Dahl>.",
		"fellow candidate: Bo Dahl; Texas Senator: Bo Dahl",
	},
	{
		"a number and an adverb ahead",
		"They have five reasonably viable candidates — <Ann Moe>, <Bo Dahl> and <Cy Lie> — to choose from.",
		"viable candidates: Ann Moe; viable candidates: Bo Dahl; viable candidates: Cy Lie",
	},
	{"worth", "<Bo Dahl>, a tycoon worth millions, left.", "tycoon: Bo Dahl"},
	{
		"the role is the one's behind it",
		"<Ann Moe>, an adviser to <Lund> and his running mate, Gov. <Bo Dahl>, left.",
		"adviser to Lund: Ann Moe; running mate: Bo Dahl; Gov.: Bo Dahl",
	},
}
