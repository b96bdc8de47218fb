"""Cleaning inside other engines: one function over Arrow record batches that all of them can call."""
