//! Acceptance tests: see `main.rs`. This empty library only gives the package a target to build.
