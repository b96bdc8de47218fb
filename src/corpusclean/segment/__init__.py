"""The lines of a page as its author meant them: glued ones split, hard-wrapped ones joined, kinds recognised."""
