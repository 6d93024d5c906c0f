package amount

import "testing"

func TestTheNumbersOfAListShareTheirUnit(t *testing.T) {
	checkAll(t, `
	It comes with 1.8 and 2 GHz chips. => measure|1.8|1.8|||GHz||; measure|2 GHz|2|||GHz||
	They sell 15- and 17-inch screens. => measure|15|15|||[in_i]||; measure|17-inch|17|||[in_i]||
	Four and six tons of rice came. => measure|Four|4|||[ston_av]||; measure|six tons|6|||[ston_av]||
	`)
}

func TestHeightsAreFeetWithInches(t *testing.T) {
	checkAll(t, `
	He is 6-foot-3 and thin. => measure|6-foot-3|6.25|||[ft_i]||
	She stands 5 feet 10 inches tall. => measure|5 feet 10 inches|5.83|||[ft_i]||
	He is 6'3" tall. => measure|6'3"|6.25|||[ft_i]||
	`)
}

func TestPoundsWeighWhereTheSentenceSaysSo(t *testing.T) {
	checkAll(t, `
	He weighed 236 pounds in London. => measure|236 pounds|236|||[lb_av]||
	He paid 236 pounds in London. => money|236 pounds|236|||GBP||
	`)
}

func TestCurrenciesThatAreNoMore(t *testing.T) {
	checkAll(t, `
	The ransom was dlrs 2 million. => money|dlrs 2 million|2000000|||USD||
	The German firm lost 40 million marks. => money|40 million marks|40000000|||DEM||
	It costs 90 French francs, or 90 francs. => money|90 French francs|90|||FRF||; money|90 francs|90|||FRF||
	A farm in NZ $ 5 million. => money|NZ $ 5 million|5000000|||NZD||
	`)
}
