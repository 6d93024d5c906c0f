package word

import "readout/internal/language/chunk"

// Parties are nouns for those who act in politics.
var Parties = chunk.WordSet(`government governments people forces protesters protestors
	police countries authorities troops officials members rebels group leaders
	military groups country demonstrators men migrants officers company court
	supporters man sides force militants workers person minister agents team
	organizations organisations soldiers companies party fighters relatives citizens
	community opposition campaign nations ministers administration seekers nation
	states state donors opponents army exiles commander institutions rioters
	governor committee crowd foundation leader thousands critics senator suspects
	guerrillas agency children ally allies insurgents council media courts teachers
	alliance coalition officer civilians official bombers journalists candidates
	union nominee king attackers activists activist embassy candidate deputy diplomats
	residents persons representatives separatists banks staff individuals prisoners
	president mayor victims commission chief kingdom youth parties movement firms
	services refugees combatants factions jury terrorist department agencies
	ambassador investors citizen sailors organization organisation woman women
	commanders communities parliament lawyers minorities delegates enemy nationals
	conservatives immigrants hackers generals observers hundreds dozens militia
	militias gunmen gunman lawmakers senators judge prosecutors students hostages
	navy legislature congress cabinet envoy spokesman police unions employees
	voters residents villagers students farmers miners nurses doctors families
	chancellor secretary premier prince queen pope bishop bishops clerics junta
	delegation peacekeepers inspectors tribunal judges ministry bank firm rivals`)

// Counted are the things whose number belongs to an act: people above all.
var Counted = chunk.WordSet(`people men women children civilians soldiers troops
	officers policemen police protesters protestors demonstrators strikers workers
	militants rebels fighters insurgents gunmen prisoners detainees hostages
	refugees migrants activists students journalists diplomats officials members
	supporters passengers victims deaths casualties injuries dead wounded arrests
	tanks aircraft warships ships jets missiles rockets bombs personnel residents
	villagers peacekeepers reservists citizens nationals employees teachers persons
	voters votes countries nations states tons tonnes`)

// Light are verbs that say no more than that there was the act of their noun:
// "launched an attack".
var Light = chunk.WordSet(`launched launch launches launching held hold holds holding
	made make makes making staged stage stages staging carried conducted conduct
	imposed impose imposes imposing began begin begins started start starts gave
	give gives giving took take takes taking had have signed reached issued
	provided provide provides providing offered led`)

// Forces are those who are sent or withdrawn: an act is done with them, not to them.
var Forces = chunk.WordSet(`troops forces force soldiers army armies police officers
	personnel units unit ships warships aircraft planes jets tanks marines reservists
	battalion battalions brigade brigades peacekeepers agents guards guard military navy
	fleet contingent contingents missiles reinforcements weapons base`)

// Arms are things whose number says how much there was of violence.
const Arms = `arms bomb bombs missile* rocket* shell* drone* mine* tank* aircraft plane* jets
	warplane* helicopter* vessel* ship* warship* boat* truck* tractor* vehicle* shots
	rounds guns rifles`
