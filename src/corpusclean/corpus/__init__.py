"""Many pages at once: where they come from, where the articles go, and what happens to a page that fails."""
