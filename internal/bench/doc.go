// Package bench measures the site's pages on a desk of the size it is made for, beside a bare
// handler that does the least such a page could. It holds benchmarks alone: `make bench`.
package bench
