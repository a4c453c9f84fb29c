"""`python -m memberstudios.cli`, for those who have set up their own environment."""

import sys

from memberstudios.cli import main

sys.exit(main(sys.argv[1:]))
