package main

import "readout/internal/reading/extract"

// version is that of the program and of the pipeline in its records.
const version = extract.Version

// openReader opens the reader in this program.
func openReader(kernel string, options extract.Options) (reader, error) {
	r, err := extract.Open(kernel)
	if err != nil {
		return nil, err
	}
	return r.With(options), nil
}

// modelName names the model in this program.
func modelName() string { return extract.ModelName() }
