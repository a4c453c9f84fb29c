"""Records tied together: what holds on a day, who belongs to what, where things are. Tolerates dangling references."""
