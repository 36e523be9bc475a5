"""XML of the structures in the Union's register: R.055, R.038 and R.048."""
