package kernel

import "fmt"

func assembly(name string) (*Table, error) {
	return nil, fmt.Errorf("kernel %q: not built yet; use generic", name)
}
