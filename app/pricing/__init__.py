"""From a price in yuan to a price the buyer sees, stage by stage."""
