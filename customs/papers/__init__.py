"""Papers that travel with goods: waybills by road and rail, the invoice, the packing list."""
