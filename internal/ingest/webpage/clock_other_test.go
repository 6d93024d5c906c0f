//go:build !unix

package webpage

import "time"

// processorTime is the time of day: systems other than Unix tell no other in
// the same way.
func processorTime() time.Duration { return time.Duration(time.Now().UnixNano()) }
