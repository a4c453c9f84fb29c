"""What small directories of tests begin with."""

from datetime import date

DAY = date(2026, 11, 25)
SITE = "title: 测试\nbase_url: https://studios.example.org/\n"
