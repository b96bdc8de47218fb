"""One way of writing: width, marks, quotes, spaces, script."""
