"""`python -m memberstudios.cli`, for those who have set up their own environment."""

import sys

from memberstudios.cli import run_alone

run_alone(sys.argv[1:])
