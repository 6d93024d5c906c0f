package amount

import "readout/internal/language/chunk"

// A unit is a code of UCUM, or a word where UCUM has none.
type unit struct {
	code  string
	digit bool // stands after digits only, in lower case
}

// units are the words after a length, weight, area, volume, speed,
// temperature, energy or amount of data.
var units = newPhrases(append(append(lengths, volumes...), powers...))

var lengths = []phrase[unit]{
	{"km(s)", unit{"km", false}, "40 km => measure|40 km|40|||km||"},
	{"kilometer(s)", unit{"km", false}, "40 kilometers => measure|40 kilometers|40|||km||"},
	{"m", unit{"m", true}, "a 40m wall => measure|40m|40|||m||"},
	{"m", unit{"m", true}, "1,100 ft (335 m) => measure|1,100 ft|1100|||[ft_i]||; measure|335 m|335|||m||"},
	{"meter(s)", unit{"m", false}, "40 meters => measure|40 meters|40|||m||"},
	{"cm", unit{"cm", false}, "40 cm => measure|40 cm|40|||cm||"},
	{"centimeter(s)", unit{"cm", false}, "40 centimeters => measure|40 centimeters|40|||cm||"},
	{"mm", unit{"mm", false}, "40 mm => measure|40 mm|40|||mm||"},
	{"millimeter(s)", unit{"mm", false}, "40 millimeters => measure|40 millimeters|40|||mm||"},
	{"mile(s)", unit{"[mi_i]", false}, "215 miles => measure|215 miles|215|||[mi_i]||"},
	{"nautical mile(s)", unit{"[nmi_i]", false}, "5 nautical miles => measure|5 nautical miles|5|||[nmi_i]||"},
	{"light year(s)", unit{"[ly]", false}, "5 light years => measure|5 light years|5|||[ly]||"},
	{"feet", unit{"[ft_i]", false}, "150 feet => measure|150 feet|150|||[ft_i]||"},
	{"foot", unit{"[ft_i]", false}, "a 30-foot wall => measure|30-foot|30|||[ft_i]||"},
	{"ft", unit{"[ft_i]", false}, "30 ft => measure|30 ft|30|||[ft_i]||"},
	{"inches", unit{"[in_i]", false}, "5 inches => measure|5 inches|5|||[in_i]||"},
	{"inch", unit{"[in_i]", false}, "a 5-inch screen => measure|5-inch|5|||[in_i]||"},
	{"yard(s)", unit{"[yd_i]", false}, "30 yards => measure|30 yards|30|||[yd_i]||"},
	{"acre(s)", unit{"[acr_us]", false}, "70 acres => measure|70 acres|70|||[acr_us]||"},
	{"hectare(s)", unit{"har", false}, "70 hectares => measure|70 hectares|70|||har||"},
	{"ha", unit{"har", false}, "70 ha => measure|70 ha|70|||har||"},
	{"square feet", unit{"[sft_i]", false}, "90 square feet => measure|90 square feet|90|||[sft_i]||"},
	{"square foot", unit{"[sft_i]", false}, "a 90 square foot room => measure|90 square foot|90|||[sft_i]||"},
	{"square mile(s)", unit{"[smi_us]", false}, "9 square miles => measure|9 square miles|9|||[smi_us]||"},
	{"square kilometer(s)", unit{"km2", false}, "9 square kilometers => measure|9 square kilometers|9|||km2||"},
	{"square - mile(s)", unit{"[smi_us]", false}, "a 9-square-mile site => measure|9-square-mile|9|||[smi_us]||"},
	{"square - foot", unit{"[sft_i]", false}, "a 9-square-foot room => measure|9-square-foot|9|||[sft_i]||"},
	{"square meter(s)", unit{"m2", false}, "a 9 square meter room => measure|9 square meter|9|||m2||"},
	{"sq ft", unit{"[sft_i]", false}, "90 sq ft => measure|90 sq ft|90|||[sft_i]||"},
	{"sq m", unit{"m2", false}, "90 sq m => measure|90 sq m|90|||m2||"},
	{"km ²", unit{"km2", false}, "90 km² => measure|90 km²|90|||km2||"},
	{"m ²", unit{"m2", false}, "90 m² => measure|90 m²|90|||m2||"},
	{"m / s", unit{"m/s", false}, "9 m/s => measure|9 m/s|9|||m/s||"},
	{"light - year(s)", unit{"[ly]", false}, "9 light-years => measure|9 light-years|9|||[ly]||"},
	{"km per hour", unit{"km/h", false}, "70 km per hour => measure|70 km per hour|70|||km/h||"},
	{"sq km", unit{"km2", false}, "9 sq km => measure|9 sq km|9|||km2||"},
	{"mph", unit{"[mi_i]/h", false}, "70 mph => measure|70 mph|70|||[mi_i]/h||"},
	{"miles per hour", unit{"[mi_i]/h", false}, "70 miles per hour => measure|70 miles per hour|70|||[mi_i]/h||"},
	{"miles an hour", unit{"[mi_i]/h", false}, "70 miles an hour => measure|70 miles an hour|70|||[mi_i]/h||"},
	{"kph", unit{"km/h", false}, "70 kph => measure|70 kph|70|||km/h||"},
	{"kmh", unit{"km/h", false}, "70 kmh => measure|70 kmh|70|||km/h||"},
	{"km / h", unit{"km/h", false}, "70 km/h => measure|70 km/h|70|||km/h||"},
	{"kilometers per hour", unit{"km/h", false}, "70 kilometers per hour => measure|70 kilometers per hour|70|||km/h||"},
	{"kilometres per hour", unit{"km/h", false}, "70 kilometres per hour => measure|70 kilometres per hour|70|||km/h||"},
	{"kilometres an hour", unit{"km/h", false}, "70 kilometres an hour => measure|70 kilometres an hour|70|||km/h||"},
	{"knot(s)", unit{"[kn_i]", false}, "20 knots => measure|20 knots|20|||[kn_i]||"},
	{"mpg", unit{"mpg", false}, "10 mpg => measure|10 mpg|10|||mpg||"},
	{"miles per gallon", unit{"mpg", false}, "10 miles per gallon => measure|10 miles per gallon|10|||mpg||"},
}

var volumes = []phrase[unit]{
	{"kg(s)", unit{"kg", false}, "40 kg => measure|40 kg|40|||kg||"},
	{"kilo(s)", unit{"kg", false}, "40 kilos => measure|40 kilos|40|||kg||"},
	{"kilogram(s)", unit{"kg", false}, "40 kilograms => measure|40 kilograms|40|||kg||"},
	{"g", unit{"g", true}, "40g of salt => measure|40g|40|||g||"},
	{"gram(s)", unit{"g", false}, "40 grams => measure|40 grams|40|||g||"},
	{"mg", unit{"mg", false}, "40 mg => measure|40 mg|40|||mg||"},
	{"milligram(s)", unit{"mg", false}, "40 milligrams => measure|40 milligrams|40|||mg||"},
	{"pound(s)", unit{"[lb_av]", false}, "hundreds of pounds of drugs => measure|hundreds of pounds||200||[lb_av]|1|"},
	{"lb(s)", unit{"[lb_av]", false}, "40 lbs => measure|40 lbs|40|||[lb_av]||"},
	{"ounce(s)", unit{"[oz_av]", false}, "4 ounces => measure|4 ounces|4|||[oz_av]||"},
	{"oz", unit{"[oz_av]", false}, "4 oz => measure|4 oz|4|||[oz_av]||"},
	{"ton(s)", unit{"[ston_av]", false}, "40 tons => measure|40 tons|40|||[ston_av]||"},
	{"tonne(s)", unit{"t", false}, "40 tonnes => measure|40 tonnes|40|||t||"},
	{"metric ton(s)", unit{"t", false}, "40 metric tons => measure|40 metric tons|40|||t||"},
	{"metric tonne(s)", unit{"t", false}, "40 metric tonnes => measure|40 metric tonnes|40|||t||"},
	{"liter(s)", unit{"L", false}, "40 liters => measure|40 liters|40|||L||"},
	{"ml", unit{"mL", false}, "40 ml => measure|40 ml|40|||mL||"},
	{"gallon(s)", unit{"[gal_us]", false}, "40 gallons => measure|40 gallons|40|||[gal_us]||"},
	{"barrel(s)", unit{"[bbl_us]", false}, "40 barrels of oil => measure|40 barrels|40|||[bbl_us]||"},
	{"cubic meter(s)", unit{"m3", false}, "40 cubic meters => measure|40 cubic meters|40|||m3||"},
	{"cubic feet", unit{"[cft_i]", false}, "40 cubic feet => measure|40 cubic feet|40|||[cft_i]||"},
}

var powers = []phrase[unit]{
	{"° c", unit{"Cel", false}, "30 °C => measure|30 °C|30|||Cel||"},
	{"° f", unit{"[degF]", false}, "90°F => measure|90°F|90|||[degF]||"},
	{"°", unit{"deg", false}, "30° => measure|30°|30|||deg||"},
	{"degrees celsius", unit{"Cel", false}, "30 degrees Celsius => measure|30 degrees Celsius|30|||Cel||"},
	{"degrees centigrade", unit{"Cel", false}, "30 degrees centigrade => measure|30 degrees centigrade|30|||Cel||"},
	{"degrees c", unit{"Cel", false}, "30 degrees C => measure|30 degrees C|30|||Cel||"},
	{"degrees fahrenheit", unit{"[degF]", false}, "90 degrees Fahrenheit => measure|90 degrees Fahrenheit|90|||[degF]||"},
	{"degrees f", unit{"[degF]", false}, "90 degrees F => measure|90 degrees F|90|||[degF]||"},
	{"degrees", unit{"degrees", false}, "30 degrees => measure|30 degrees|30|||degrees||"},
	{"kw", unit{"kW", false}, "40 kW => measure|40 kW|40|||kW||"},
	{"kwh", unit{"kW.h", false}, "40 kWh => measure|40 kWh|40|||kW.h||"},
	{"kilowatt(s)", unit{"kW", false}, "40 kilowatts => measure|40 kilowatts|40|||kW||"},
	{"mw", unit{"MW", false}, "40 MW => measure|40 MW|40|||MW||"},
	{"megawatt(s)", unit{"MW", false}, "40 megawatts => measure|40 megawatts|40|||MW||"},
	{"gw", unit{"GW", false}, "40 GW => measure|40 GW|40|||GW||"},
	{"gigawatt(s)", unit{"GW", false}, "40 gigawatts => measure|40 gigawatts|40|||GW||"},
	{"watt(s)", unit{"W", false}, "40 watts => measure|40 watts|40|||W||"},
	{"volt(s)", unit{"V", false}, "40 volts => measure|40 volts|40|||V||"},
	{"horsepower", unit{"[HP]", false}, "40 horsepower => measure|40 horsepower|40|||[HP]||"},
	{"calories", unit{"[Cal]", false}, "40 calories => measure|40 calories|40|||[Cal]||"},
	{"kiloton(s)", unit{"kt", false}, "40 kilotons => measure|40 kilotons|40|||kt||"},
	{"megahertz", unit{"MHz", false}, "40 megahertz => measure|40 megahertz|40|||MHz||"},
	{"mhz", unit{"MHz", false}, "40 MHz => measure|40 MHz|40|||MHz||"},
	{"ghz", unit{"GHz", false}, "4 GHz => measure|4 GHz|4|||GHz||"},
	{"decibel(s)", unit{"dB", false}, "40 decibels => measure|40 decibels|40|||dB||"},
	{"hz", unit{"Hz", false}, "60 Hz => measure|60 Hz|60|||Hz||"},
	{"gigahertz", unit{"GHz", false}, "4 gigahertz => measure|4 gigahertz|4|||GHz||"},
	{"terabyte(s)", unit{"TBy", false}, "a 1-terabyte disk => measure|1-terabyte|1|||TBy||"},
	{"kb", unit{"kBy", false}, "4KB => measure|4KB|4|||kBy||"},
	{"mb", unit{"MBy", false}, "4MB => measure|4MB|4|||MBy||"},
	{"megabyte(s)", unit{"MBy", false}, "4 megabytes => measure|4 megabytes|4|||MBy||"},
	{"gb", unit{"GBy", false}, "4GB => measure|4GB|4|||GBy||"},
	{"gigabyte(s)", unit{"GBy", false}, "4 gigabytes => measure|4 gigabytes|4|||GBy||"},
	{"tb", unit{"TBy", false}, "4TB => measure|4TB|4|||TBy||"},
	{"mbps", unit{"Mbit/s", false}, "4 Mbps => measure|4 Mbps|4|||Mbit/s||"},
	{"megapixel(s)", unit{"megapixels", false}, "4 megapixels => measure|4 megapixels|4|||megapixels||"},
	{"parts per million", unit{"[ppm]", false}, "400 parts per million => measure|400 parts per million|400|||[ppm]||"},
}

// measure reads "215 miles", "40-ton", "thousands of miles".
func (p *parser) measure(q quantity) (Amount, int, bool) {
	q = p.metres(q)
	at := q.To
	if q.Vague {
		at = p.Past(at, "of")
	}
	if p.Hyphen(at) {
		at++
	}
	r, ok := units.after(&p.Sentence, at)
	if q.Part {
		r, ok = units.after(&p.Sentence, p.Past(p.Past(at, "of"), "a"))
	}
	if !ok || r.value.digit && (!q.Digits || p.Upper(at) || p.Hyphen(q.To)) {
		return Amount{}, q.To, false
	}
	return p.make(q, Measure, r.value.code, r.to), r.to, true
}

// metres takes the "m" of "40m" back, which was read as a million.
func (p *parser) metres(q quantity) quantity {
	if !q.Abrupt || q.ranged || p.Word(q.To-1) != "m" || p.Upper(q.To-1) {
		return q
	}
	if _, ok := p.Group(q.To, chunk.PluralHead); ok {
		return q
	}
	q.To--
	q.low.Exp -= 6
	q.high.Exp -= 6
	q.Abrupt = false
	return q
}
