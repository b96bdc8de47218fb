"""Learns from a site's own pages what it prints on all of them, as rules for a person to review."""
