"""Other site generators, given the same records as this project."""
