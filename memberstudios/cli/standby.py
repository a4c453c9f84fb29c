"""A build that has imported everything and waits for the word: `serve` keeps one ready, since imports take half the time.

It runs its arguments as soon as a line comes in, and ends without a word when its input ends before that.
"""

import sys

from memberstudios.cli.main import main
from memberstudios.cli.streams import leave
from memberstudios.content import dialect, sanitize
from memberstudios.desk import report
from memberstudios.pipeline import build

IMPORTED = (build, dialect, report, sanitize)

if __name__ == "__main__":
    leave(main(sys.argv[1:]) if sys.stdin.readline() else 0)
