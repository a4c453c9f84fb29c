"""Values that everything above shares and that know nothing of it: diagnostics, dates, positions, hours."""
