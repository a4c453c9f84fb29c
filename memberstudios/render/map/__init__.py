"""The map: folium composes Leaflet from typed options; its output becomes files that our security policy admits.

`options` what a map shall be · `composition` folium · `parts` folium's output taken apart · `navigation` links to
map services. No record's text passes through here: points and words of records reach the map from its data file.
"""
