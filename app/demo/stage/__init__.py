"""Three months of trade: what the plan says, done by each station's actions in its own time."""
