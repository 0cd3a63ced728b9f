"""The start page of each role: what waits for a person, what others have, letters, what is next."""
