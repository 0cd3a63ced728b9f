"""The pages of the review: the queue, the desk, comments, letters, and the Party’s answers."""
