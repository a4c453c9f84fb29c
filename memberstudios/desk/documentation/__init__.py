"""The documentation of records and rules, made from types and words so that it cannot lag behind them."""
