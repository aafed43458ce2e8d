# make run     install what is missing, build, load the example council, serve it
# make build   leaves ./build/makegood
# make test    install what is missing, build, run every test
# make bench   speed and memory, as ratios and medians; never part of the tests
# make fuzz    every fuzz target for FUZZ_SECONDS each (60)
# make faults  KILLS kills (500) of a writing process, and full disks
# make fmt     clang-format      make bless   renew the golden files after looking at them

SHELL := /bin/bash
BUILD ?= build
PORT ?= 8080
FUZZ_SECONDS ?= 60
KILLS ?= 500

.PHONY: run build test bench fuzz faults fmt bless setup clean
.DEFAULT_GOAL := build

setup:
	@scripts/setup

$(BUILD)/build.ninja: | setup
	@cmake -S . -B $(BUILD) -G Ninja --log-level=WARNING >/dev/null

build: $(BUILD)/build.ninja
	@scripts/ninja $(BUILD)
	@if [ ! $(BUILD)/bom.cdx.json -nt $(BUILD)/makegood ]; then \
	  scripts/bill-of-materials $(BUILD)/makegood ui/package-lock.json >$(BUILD)/bom.cdx.json; fi

run: build
	@scripts/run-example $(BUILD)/makegood $(PORT)

test: build
	@scripts/test $(BUILD)

bench: build
	@bench/run $(BUILD)

fuzz: build
	@MAKEGOOD_FUZZ_SECONDS=$(FUZZ_SECONDS) ctest --test-dir $(BUILD) -L fuzz --output-on-failure -j 2

faults: build
	@MAKEGOOD_KILLS=$(KILLS) ctest --test-dir $(BUILD) -L faults --output-on-failure --timeout 3600

fmt:
	@git ls-files 'src/*.h' 'src/*.cc' 'tests/*.cc' 'bench/*.cc' | xargs clang-format -i

bless: build
	@MAKEGOOD_BLESS=1 ctest --test-dir $(BUILD) -L golden --output-on-failure
	@git status --short tests/golden

clean:
	@rm -rf $(BUILD)
