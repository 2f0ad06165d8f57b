"""The fixtures of all tests come from these modules."""

pytest_plugins = ["postgres_support", "records_support"]
