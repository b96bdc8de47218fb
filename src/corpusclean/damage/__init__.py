"""Damage to text that can be undone: misread encodings, byte-wise edits, inserted readings, odd characters."""
