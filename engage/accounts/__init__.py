"""Who people are, what they may do, and what they typed before they were signed out."""
