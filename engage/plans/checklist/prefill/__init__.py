"""What the document of a plan says by itself to the items of the checklist."""
