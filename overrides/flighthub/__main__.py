"""`python -m flighthub`: the command, which the extra `cli` brings."""

from flighthub_cli import main

if __name__ == "__main__":
    main()
