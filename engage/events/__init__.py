"""The room of events: awareness and outreach events, planned, held and counted."""
