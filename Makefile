# make demo and make test are all the set-up there is.
SWIFT_FLAGS = --disable-xctest --explicit-target-dependency-import-check error
# Tests run optimised, in a folder of their own, so that switching to the demo rebuilds nothing.
TEST_FLAGS = -c release -Xswiftc -enable-testing --enable-code-coverage \
	--scratch-path .build/tests $(SWIFT_FLAGS)
RELEASE_FLAGS = -c release --static-swift-stdlib

.PHONY: help demo build test lint endure screens bench format docs samples clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## install what is missing, build, and open a sample study
	@.build/release/readingroom demo

build: ## build the command, optimised
	@Scripts/install-dependencies
	@swift build $(RELEASE_FLAGS) --product readingroom

test: lint ## check format, build, run all tests, hold coverage above 90 %
	@Scripts/install-dependencies test
	@swift test $(TEST_FLAGS)
	@Scripts/check-coverage .build/tests/release

lint: ## check the format of every Swift file
	@Scripts/install-dependencies
	@swift format lint --strict --recursive --parallel Package.swift Sources Tests

endure: ## the tests with their full counts: mutations, kills, whole samples
	@Scripts/install-dependencies test
	READINGROOM_MUTATIONS=1000 READINGROOM_KILLS=50 READINGROOM_ALL_SAMPLES=1 \
		READINGROOM_STUDIES=10000 \
		swift test $(TEST_FLAGS)

screens: build ## what four real terminals show, beside the slice, pixel by pixel
	@Scripts/install-dependencies screens
	@Scripts/check-screens

bench: build ## speed and memory, side by side with the peers
	@Scripts/install-dependencies bench
	@Scripts/bench

format: ## format every Swift file
	@swift format --in-place --recursive --parallel Package.swift Sources Tests

docs: ## build the documentation into .build/docs
	@Scripts/build-docs

samples: build ## make the sample studies again
	@.build/release/readingroom study samples --output SampleStudies --force

clean: ## remove what was built
	@rm -rf .build
