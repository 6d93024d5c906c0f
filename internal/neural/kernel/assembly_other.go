//go:build !amd64

package kernel

import "fmt"

// assembly reports that this machine has no assembly.
func assembly(name string) (*Table, error) {
	return nil, fmt.Errorf("kernel %q: needs amd64; use generic", name)
}
