"""``python -m tongket``."""

from tongket.cli import main

if __name__ == "__main__":
    main()
