// Command kartoteka runs the jobs of a project: it reads what a firm's systems
// drop, makes one card per customer, and publishes Parquet that BI tools read.
//
// One file per subcommand. This package parses arguments, wires the other
// packages together and prints; what a run does is in pipelines, when it runs in
// jobs, what a project may say in config. Exit codes stand in exit.go.
package main
