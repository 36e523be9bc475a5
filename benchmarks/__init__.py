"""What the house costs in time and memory. Figures of one machine in one run, never a test."""
