"""The pages of shared activities, and those of templates."""
