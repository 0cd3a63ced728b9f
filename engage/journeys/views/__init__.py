"""Pages of journeys: the public ones, those of the secretariat, and those of the hosts."""
