"""A Google for tests and demos, on loopback: Sheets v4, Drive v3, tokens, people and faults."""
