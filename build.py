#!/usr/bin/env python3
"""Build the site: `python3 build.py`. Needs Python 3.11 or newer and nothing else; the first run sets up `.venv`.

This file itself must be readable by any Python 3, so that an old one can say what is needed.
"""

import os
import sys

OLDEST_PYTHON = (3, 11)
TOO_OLD = """需要 Python {0}.{1} 或更新的版本，现在的是 {2}.{3}。请安装新版本后，用它运行 build.py。
Python {0}.{1} or newer is needed, this is {2}.{3}. Install a newer one and run build.py with it.
"""


def main() -> int:
    """Run the command line inside the project's own environment; the result is the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        sys.stderr.write(TOO_OLD.format(*(OLDEST_PYTHON + tuple(sys.version_info[:2]))))
        return 3
    root = os.path.dirname(os.path.abspath(__file__))
    if root not in sys.path:
        sys.path.insert(0, root)

    from memberstudios.bootstrap import environment

    problem = environment.enter(root, __file__, sys.argv[1:])
    if problem:
        return problem
    try:
        from memberstudios.cli import run_alone
    except ModuleNotFoundError as missing:
        return environment.mend(root, __file__, sys.argv[1:], missing)
    return run_alone(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
