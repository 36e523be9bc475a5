"""XML of the Russian customs' album of formats, version 5.23.0, for brokers' programs."""
