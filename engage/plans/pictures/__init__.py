"""The plan in pictures: pure, from its document to geometry and tables, in the language spoken."""
