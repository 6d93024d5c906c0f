package coref

import (
	"maps"
	"slices"
	"strings"

	"readout/internal/language/lexicon"
	"readout/internal/reading/mention"
)

// A land is what a place is for nominals: "the country" is no town, county or
// continent. A greater one is a lesser one too.
type land uint8

const (
	noLand  land = iota
	state        // Ohio, and countries
	country      // France, Taiwan, Scotland
)

// lands are the nouns that only lands are meant by.
var lands = map[string]land{"country": country, "nation": country, "state": state}

// gone are countries that are no more and have no code.
var gone = []string{"Soviet Union", "Yugoslavia", "Czechoslovakia"}

// landOf returns which land an entity is by its name.
func landOf(e mention.Entity) land {
	name := strings.TrimPrefix(strings.TrimPrefix(e.Name, "the "), "The ")
	c, _, ok := lexicon.CountryOf(name)
	switch {
	case e.Kind != mention.Place:
		return noLand
	case slices.Contains(gone, name):
		return country
	case !ok || c.Sense != lexicon.Name && c.Sense != lexicon.Demonym:
		return noLand
	case c.Part && c.Code != "GB": // Scotland and Wales are nations
		return state
	}
	return country
}

// lastLand returns the last land that is named before a word which means one, where
// the model takes it for another place.
func (r *resolver) lastLand(w Word, weights map[int]float64, none float64) (int, bool) {
	wrong := 0.0
	for _, e := range slices.Sorted(maps.Keys(weights)) {
		if p := r.profiles[e]; p.kind == mention.Place && p.land < w.land {
			wrong += weights[e]
		}
	}
	if wrong < leastNominal*(wrong+none) {
		return 0, false
	}
	end, _ := slices.BinarySearchFunc(r.names, w.Start, begins)
	for i := end - 1; i >= max(0, end-mostNames); i-- {
		if n := r.names[i]; r.profiles[n.entity].land >= w.land {
			return n.entity, true
		}
	}
	return 0, false
}
