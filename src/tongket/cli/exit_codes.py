"""Exit codes that belong to the command line alone; the others come with the exceptions of ``problems``."""

INTERRUPTED = 130
