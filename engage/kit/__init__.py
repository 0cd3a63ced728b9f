"""Tools that know nothing of Parties, plans or people."""
