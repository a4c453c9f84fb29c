"""`python -m memberstudios.cli`, for those who have set up their own environment."""

import sys

from memberstudios.cli import run
from memberstudios.cli.streams import leave

leave(run(sys.argv[1:]))
