// Package tagger gives each word of an address the field it belongs to.
package tagger
