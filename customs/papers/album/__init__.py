"""XML of the papers in the Russian customs' album of formats, which brokers' programs read."""
