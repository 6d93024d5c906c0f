package plain

import "readout/record"

// unitName names a unit of offsets in the plural.
func unitName(o record.Offsets) string {
	switch o {
	case record.OffsetsCodepoint:
		return "code points"
	case record.OffsetsUTF16:
		return "UTF-16 units"
	case record.OffsetsByte:
		return "bytes"
	}
	return "an unknown unit"
}
