"""Workbooks that are damaged in random ways, and what must hold of each."""
