"""`python -m flighthub_cli`: the same as `python -m flighthub`."""

from . import main

if __name__ == "__main__":
    main()
