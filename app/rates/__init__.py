"""Official rates as the banks publish them, our spreads, selling rates."""
