"""Debris rules as data: the model, the loader of TOML files, and the matcher that screens before it matches."""
