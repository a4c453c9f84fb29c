"""The directory as a Pelican site; only what it needs is on."""

from pathlib import Path

HERE = Path(__file__).resolve().parent
PATH = "content"
OUTPUT_PATH = "public"
SITEURL = "https://example.org"
SITENAME = "虚构国委员工作室名录"
AUTHOR = "名录编辑部"
DEFAULT_LANG = "zh"
TIMEZONE = "Asia/Shanghai"
THEME = "theme"
THEME_STATIC_PATHS = []
PLUGIN_PATHS = [str(HERE)]
PLUGINS = ["plugin"]
RECORDS = str(HERE / "data")
ARTICLE_PATHS = ["news"]
ARTICLE_URL = ARTICLE_SAVE_AS = "news/{slug}.html"
PAGE_PATHS = ["pages"]
PAGE_URL = PAGE_SAVE_AS = "pages/{slug}.html"
SLUGIFY_SOURCE = "basename"
STATIC_PATHS = ["assets", "pictures", "files"]
DIRECT_TEMPLATES = []
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = "news/feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
WITH_FUTURE_DATES = True
SUMMARY_MAX_LENGTH = None
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": False, "lstrip_blocks": False}
MARKDOWN = {"extensions": ["tables"], "output_format": "html5"}
CACHE_CONTENT = False
LOAD_CONTENT_CACHE = False
