"""Lists that the secretariat filters and sorts, and filters that a person keeps under a name."""
