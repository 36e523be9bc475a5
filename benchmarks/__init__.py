"""Benchmarks of time and memory: figures of one machine in one run, never a test."""
