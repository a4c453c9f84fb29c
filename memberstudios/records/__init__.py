"""One entity a module: frozen records, read from plain values; a valid record or diagnostics, never half a record."""
