"""Which files the site has: one module a kind of page, listed in `plan`, each `outputs(directory, words)`."""
