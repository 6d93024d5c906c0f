// Package cue holds the words around a number that say what it is: what bounds
// it, what it numbers, what it counts, and what it does not.
//
// The tables and lists are closed and do not change. A row of a table has an
// example that package amount runs as a test.
package cue

// A Bound says what the words around a number make of it.
type Bound uint8

// The bounds.
const (
	Exactly Bound = iota
	Approximate
	AtLeast
	AtMost
)

// Bounds are the words before a number that are no part of its span.
var Bounds = newTable([]Row[Bound]{
	{"about", Approximate, "about 40 ships => count|40 ships|40|||ships|1|"},
	{"some", Approximate, "some 40 ships => count|40 ships|40|||ships|1|"},
	{"around", Approximate, "around $40 => money|$40|40|||USD|1|"},
	{"nearly", Approximate, "nearly 40% => percent|40%|40|||%|1|"},
	{"almost", Approximate, "almost 40 km => measure|40 km|40|||km|1|"},
	{"roughly", Approximate, "roughly 40 ships => count|40 ships|40|||ships|1|"},
	{"approximately", Approximate, "approximately 40 kg => measure|40 kg|40|||kg|1|"},
	{"approx", Approximate, "approx. 40 kg => measure|40 kg|40|||kg|1|"},
	{"circa", Approximate, "circa 40 ships => count|40 ships|40|||ships|1|"},
	{"estimated", Approximate, "an estimated 40 ships => count|40 ships|40|||ships|1|"},
	{"closer to", Approximate, "closer to 40 ships => count|40 ships|40|||ships|1|"},
	{"near", Approximate, "near $40 => money|$40|40|||USD|1|"},
	{"approaching", Approximate, "approaching $40 => money|$40|40|||USD|1|"},
	{"shy of", Approximate, "just shy of 40% => percent|40%|40|||%|1|"},
	{"in the region of", Approximate, "in the region of $40 => money|$40|40|||USD|1|"},
	{"close to", Approximate, "close to 40 ships => count|40 ships|40|||ships|1|"},
	{"~", Approximate, "~40 ships => count|40 ships|40|||ships|1|"},

	{"at least", AtLeast, "at least 40 ships => count|40 ships||40||ships||"},
	{"more than", AtLeast, "more than 40 ships => count|40 ships||40||ships||"},
	{"over", AtLeast, "over 40 ships => count|40 ships||40||ships||"},
	{"above", AtLeast, "above 40% => percent|40%||40||%||"},
	{"no fewer than", AtLeast, "no fewer than 40 ships => count|40 ships||40||ships||"},
	{"no less than", AtLeast, "no less than 40 ships => count|40 ships||40||ships||"},
	{"not less than", AtLeast, "not less than $40 => money|$40||40||USD||"},
	{"larger than", AtLeast, "larger than 40 km => measure|40 km||40||km||"},
	{"bigger than", AtLeast, "bigger than 40 km => measure|40 km||40||km||"},
	{"longer than", AtLeast, "longer than 40 km => measure|40 km||40||km||"},
	{"smaller than", AtMost, "smaller than 40 km => measure|40 km|||40|km||"},
	{"shorter than", AtMost, "shorter than 40 km => measure|40 km|||40|km||"},
	{"greater than", AtLeast, "greater than 40 km => measure|40 km||40||km||"},
	{"higher than", AtLeast, "higher than 40% => percent|40%||40||%||"},
	{"upwards of", AtLeast, "upwards of 40 ships => count|40 ships||40||ships||"},
	{"in excess of", AtLeast, "in excess of $40 => money|$40||40||USD||"},
	{"exceeded", AtLeast, "exceeded 40% => percent|40%||40||%||"},
	{"exceeds", AtLeast, "exceeds 40% => percent|40%||40||%||"},
	{"exceed", AtLeast, "may exceed 40% => percent|40%||40||%||"},
	{"exceeding", AtLeast, "exceeding $40 => money|$40||40||USD||"},
	{"minimum", AtLeast, "a minimum $40 fee => money|$40||40||USD||"},
	{"topped", AtLeast, "sales topped $40 => money|$40||40||USD||"},
	{"surpassed", AtLeast, "sales surpassed $40 => money|$40||40||USD||"},
	{"as few as", AtLeast, "as few as 40 ships => count|40 ships||40||ships||"},
	{"as little as", AtLeast, "as little as $40 => money|$40||40||USD||"},
	{"north of", AtLeast, "north of $40 => money|$40||40||USD||"},
	{"as low as", AtLeast, "as low as 40% => percent|40%||40||%||"},
	{"minimum of", AtLeast, "a minimum of 40 ships => count|40 ships||40||ships||"},

	{"up to", AtMost, "up to 40 ships => count|40 ships|||40|ships||"},
	{"at most", AtMost, "at most 40 ships => count|40 ships|||40|ships||"},
	{"less than", AtMost, "less than 40 ships => count|40 ships|||40|ships||"},
	{"under", AtMost, "under $40 => money|$40|||40|USD||"},
	{"below", AtMost, "below 40% => percent|40%|||40|%||"},
	{"fewer than", AtMost, "fewer than 40 ships => count|40 ships|||40|ships||"},
	{"lower than", AtMost, "lower than 40% => percent|40%|||40|%||"},
	{"no more than", AtMost, "no more than 40 ships => count|40 ships|||40|ships||"},
	{"not more than", AtMost, "not more than 40 ships => count|40 ships|||40|ships||"},
	{"as many as", AtMost, "as many as 40 ships => count|40 ships|||40|ships||"},
	{"as much as", AtMost, "as much as $40 => money|$40|||40|USD||"},
	{"not exceeding", AtMost, "not exceeding $40 => money|$40|||40|USD||"},
	{"no higher than", AtMost, "no higher than 40% => percent|40%|||40|%||"},
	{"no greater than", AtMost, "no greater than 40% => percent|40%|||40|%||"},
	{"capped at", AtMost, "fees capped at $40 => money|$40|||40|USD||"},
	{"maximum", AtMost, "a maximum $40 fine => money|$40|||40|USD||"},
	{"as high as", AtMost, "as high as 40% => percent|40%|||40|%||"},
	{"maximum of", AtMost, "a maximum of 40 ships => count|40 ships|||40|ships||"},
})

// BoundsAfter are the words after an amount that bound it.
var BoundsAfter = newTable([]Row[Bound]{
	{"or more", AtLeast, "40 ships or more => count|40 ships||40||ships||"},
	{"or so", Approximate, "40 ships or so => count|40 ships|40|||ships|1|"},
	{"or less", AtMost, "$40 or less => money|$40|||40|USD||"},
	{"or fewer", AtMost, "40 ships or fewer => count|40 ships|||40|ships||"},
	{"or higher", AtLeast, "40% or higher => percent|40%||40||%||"},
	{"or above", AtLeast, "40% or above => percent|40%||40||%||"},
	{"or greater", AtLeast, "40% or greater => percent|40%||40||%||"},
	{"or better", AtLeast, "40% or better => percent|40%||40||%||"},
	{"or lower", AtMost, "40% or lower => percent|40%|||40|%||"},
	{"or below", AtMost, "40% or below => percent|40%|||40|%||"},
	{"or under", AtMost, "$40 or under => money|$40|||40|USD||"},
	{"at least", AtLeast, "40 ships at least => count|40 ships||40||ships||"},
	{"at most", AtMost, "40 ships at most => count|40 ships|||40|ships||"},
	{"plus", AtLeast, "$40 plus => money|$40||40||USD||"},
	{"+", AtLeast, "$40+ => money|$40||40||USD||"},
})

// Suffixes stand between a number and its noun.
var Suffixes = newTable([]Row[Bound]{
	{"+", AtLeast, "50+ ships => count|50+ ships||50||ships||"},
	{"- plus", AtLeast, "50-plus ships => count|50-plus ships||50||ships||"},
	{"- odd", Approximate, "50-odd ships => count|50-odd ships|50|||ships|1|"},
	{"or more", AtLeast, "50 or more ships => count|50 or more ships||50||ships||"},
	{"or so", Approximate, "50 or so ships => count|50 or so ships|50|||ships|1|"},
})
