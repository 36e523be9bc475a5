"""Picking, cartons, loads and the gate."""
