"""Making the project's own environment, `.venv`, before anything is installed.

`build.py` and the set-up of tests come through here. Uses the standard library and `publish` only, and knows nothing
of records and pages. `environment` runs at every start and stays light; `install` is loaded when there is work.
"""
