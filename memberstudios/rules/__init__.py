"""What makes a directory right: each rule a generator of diagnostics, a module a family, `check` the table of all."""
