"""ReadRow reference lists that an administrator can replace: facts of the trade that are not code."""
