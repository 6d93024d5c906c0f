package sample

import "testing"

func TestSamplesAreValid(t *testing.T) {
	for _, f := range Treaty(t).Validate() {
		t.Errorf("treaty: %s", f)
	}
	for _, f := range Boats(t).Validate() {
		t.Errorf("boats: %s", f)
	}
}
