package export

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"readout/internal/keeping/sample"
)

func TestTableHasSaidCitationsTimesAndAmounts(t *testing.T) {
	var out bytes.Buffer
	rows, err := csv.NewReader(strings.NewReader(sample.Written(t, NewTable(&out, TableOptions{}), &out, sample.Mayor(t)))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	want := [][]string{
		{"said", "said_basis", "citations", "times", "amounts"},
		{"2023-02-22", "text", "Reuters; the NOS; Leidsch Dagblad", "2023-03", "3000 refugees"},
	}
	for i, row := range rows {
		if diff := cmp.Diff(want[i], row[16:21]); diff != "" {
			t.Errorf("row %d (-want +got):\n%s", i, diff)
		}
	}
}
