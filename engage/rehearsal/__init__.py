"""A made-up Party to learn with: its people, its plans, and the way these have gone so far."""
