// Package web answers the question "how do people look, and how do programs ask?".
//
// New gives one http.Handler with two faces: pages (html/template, Chinese or
// English, working without JavaScript) and the API under /api/. Serve puts it on
// the network with limits on time, size and rate, and with the rule of who may
// listen where.
//
// The package reads the corpus and the index and writes nothing. Parameters of
// the API are declared once, in openapi.yaml; params.go checks every request
// against that declaration, so what the document says is what the server does.
// Words of the interface stand in i18n/catalogue.tsv.
//
// No page asks for anything from another host. Nothing is inline: the
// Content-Security-Policy allows scripts and styles of this server only.
package web
