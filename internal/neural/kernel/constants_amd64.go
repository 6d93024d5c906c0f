package kernel

import "math"

//lint:file-ignore U1000 staticcheck does not see that assembly reads them

// Constants that the assembly reads, beside the polynomials.
var (
	one          float32 = 1
	epsilonValue float32 = epsilon
	geluEdges            = [...]float32{geluEdge, -geluEdge, 0.5}
	expLimits            = [...]float32{expFloor, negativeInfinity}
	int16Limits          = [...]int32{math.MaxInt16, math.MinInt16, 0xffff}
)
