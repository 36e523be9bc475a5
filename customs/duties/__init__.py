"""What is paid to customs: duty, excise, value added tax and the fee, each with its reason."""
