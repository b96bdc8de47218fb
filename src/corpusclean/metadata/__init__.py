"""What the page says about itself, and nothing else."""
