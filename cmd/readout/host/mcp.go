package host

import (
	"cmp"
	"context"

	"readout/cmd/readout/console"
	"readout/cmd/readout/desk"
	"readout/internal/serving/mcp"
)

// MCP serves a language model.
type MCP struct {
	desk.Database
}

// Help says what is served.
func (MCP) Help() string {
	return "Serves the database to one language model by the Model Context Protocol over stdin " +
		"and stdout, until stdin ends: find_statements, get_document, get_entity and list_due, " +
		"which only read. Programs that run models start it themselves: name the command " +
		"readout mcp --db FILE in their settings. serve has the same at /mcp."
}

// Run serves until stdin ends.
func (v MCP) Run(ctx context.Context, e console.Env, house House) error {
	kept, err := v.OpenStore(ctx, e)
	if err != nil {
		return err
	}
	s := mcp.New(kept, mcp.Options{
		Version: house.Version, Today: e.Today, Log: Serve{}.logger(e.Stderr),
	})
	return cmp.Or(mcp.Stdio(ctx, s, e.Stdin, e.Stdout), kept.Close())
}
