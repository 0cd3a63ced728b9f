"""Pages and feeds of the calendar."""
