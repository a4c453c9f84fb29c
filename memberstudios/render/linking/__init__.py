"""One template out of many: what a page's template extends, includes and calls is written into it before it is compiled.

A page is then one function without look-ups, some ten times as fast; templates stay as people write them. Whatever
cannot be linked is left to Jinja, which says the same more slowly. Knows neither pages nor views.
"""
