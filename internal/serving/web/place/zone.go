package place

import (
	"context"
	"net/http"
	"strconv"
	"time"
)

// ZoneCookie names the cookie in which the script of the pages says how many minutes
// the reader's clock is ahead of UTC.
const ZoneCookie = "readout_zone"

// furthest bounds what is taken for a zone: those of the world are -12 to +14 hours.
const furthest = 14 * 60 // minutes

type zoneKey struct{}

// Zoned returns the request with the zone of its cookie in its context.
func Zoned(r *http.Request) *http.Request {
	cookie, err := r.Cookie(ZoneCookie)
	if err != nil {
		return r
	}
	minutes, err := strconv.Atoi(cookie.Value)
	if err != nil || minutes < -furthest || minutes > furthest {
		return r
	}
	zone := time.FixedZone("", minutes*int(time.Minute/time.Second))
	return r.WithContext(context.WithValue(r.Context(), zoneKey{}, zone))
}

// At returns a time in the zone of a request's context, as it is where that has
// none.
func At(ctx context.Context, at time.Time) time.Time {
	if zone, ok := ctx.Value(zoneKey{}).(*time.Location); ok {
		return at.In(zone)
	}
	return at
}
