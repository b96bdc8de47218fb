"""`python -m corpusclean`: the command line where no script is on the path."""

from corpusclean.cli import main

if __name__ == "__main__":
    main()
