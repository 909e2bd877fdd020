// Package ingest answers the question "what was published?".
//
// It crawls the sources of a configuration (sources.yaml) or reads files, keeps
// every page as it came, and makes articles of the pages that hold one:
//
//	fetch → decode → extract → corpus
//
// The crawl is meant to be one that the owner of a site would accept: it obeys
// robots.txt (RFC 9309), names itself and a contact, asks one thing at a time at
// a steady pace, and leaves when it is told to.
package ingest
