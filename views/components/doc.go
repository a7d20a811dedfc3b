// Package components owns the parts pages are made of and the view models they
// share: forms and their errors, notices, badges, rows, tabs, times. Values come
// already formatted and already decided: a component never asks whether somebody
// may, it is told. It must not know the domain, the database or HTTP.
package components
