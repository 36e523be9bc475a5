"""Three months of trade: the plan, carried out with the actions, each at its own time."""
