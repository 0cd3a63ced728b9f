"""What a good colleague would say of a plan: rules of practice, each a pure function."""
