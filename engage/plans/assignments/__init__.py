"""Who of the secretariat reads which plan: a lead, and reviewers for topics."""
