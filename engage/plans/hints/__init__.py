"""Help where the question is asked: good practice, ways that fit, examples and standard words."""
