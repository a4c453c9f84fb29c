"""How bytes are made: HTML, data files, feeds, pictures. Knows views, never records or files."""
