package main

import (
	"testing"

	"factdesk/internal/postgres/pgtest"
)

func TestMain(m *testing.M) { pgtest.Main(m) }
