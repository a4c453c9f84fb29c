"""The one place that writes: a whole site at once (`open_site`), or one file (`write_file`).

It knows bytes, names and folders, nothing of records, pages or words. It uses the standard library only,
because the set-up of the environment (`bootstrap`) needs it before anything is installed.

Ask its modules: `site.open_site`, `listing.listing`, `writing.write_file`. Nothing is imported here, since a build that
finds nothing to do must not wait for what it does not need.
"""
