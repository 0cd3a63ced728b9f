"""The room of the calendar: months, lists and feeds over events, journeys and occasions."""
