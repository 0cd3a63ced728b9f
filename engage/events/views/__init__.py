"""Pages of events: written, counted, read and printed."""
