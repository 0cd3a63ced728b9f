"""The secretariat's alcove: the queue, the reading desk, comments, return and completion."""
