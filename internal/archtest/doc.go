// Package archtest holds the house rules of the code as tests: which package may import
// which, and what every file owes its reader. It owns no code that runs in the program.
package archtest
