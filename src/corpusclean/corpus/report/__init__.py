"""What a run did to a corpus, counted page by page and told as JSON, as text and as one HTML page."""
