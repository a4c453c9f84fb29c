"""`python -m memberstudios.cli`, for those who have set up their own environment."""

import sys

from memberstudios.cli import run

sys.exit(run(sys.argv[1:]))
