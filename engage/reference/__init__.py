"""What the Convention gives and seldom changes: Parties, groups, code lists, occasions."""
