"""Tables and texts that the modules read; tools/ holds the scripts that write them."""
