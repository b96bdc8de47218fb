"""The rules that come with the library, a file a family."""
