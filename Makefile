# make check is what a change must pass; the tools are those of .ci/run.
bin := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/readout-ci/bin

.PHONY: check fmt vet staticcheck lint test generate tools

check: fmt vet staticcheck lint generate test

tools: ## install gofumpt, staticcheck and golangci-lint at the versions of .ci/run
	.ci/run tools

fmt: ## list files that are not as gofumpt writes them
	@bad=$$($(bin)/gofumpt -l .); [ -z "$$bad" ] || { echo "$$bad"; exit 1; }

vet:
	go vet ./...
	GOARCH=arm64 go vet ./...

staticcheck:
	$(bin)/staticcheck -checks inherit,ST1000,ST1020,ST1021,ST1022 ./...

lint:
	$(bin)/golangci-lint run ./...

generate: ## generated files are current
	go generate ./...
	git diff --exit-code -- '*.go' '*.s' docs

test:
	go test ./...
