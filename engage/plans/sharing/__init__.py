"""What plans begin from: activities that other Parties share, and templates of the secretariat."""
