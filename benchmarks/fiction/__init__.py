"""A fictional country of studios, made record by record from a number; knows nothing of the generator's package."""
