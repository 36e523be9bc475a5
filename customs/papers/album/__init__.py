"""XML of these documents in the Russian customs' album of formats, for brokers' programs."""
