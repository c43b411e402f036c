"""Bodies, units, posts, people and appointments, as they stand on any date."""
