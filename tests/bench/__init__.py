"""How fast a tab of lines is loaded, as ratios to plain references in the same run."""
