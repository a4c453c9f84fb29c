"""From files to plain values with places: which files there are, their text, their YAML, within limits."""
