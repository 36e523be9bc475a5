"""Documents that travel with goods: road and rail waybills, invoice and packing list."""
