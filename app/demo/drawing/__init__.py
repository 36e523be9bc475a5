"""Drawings of the demo shop's goods: one hand, one light, one line, as SVG.

A good's file says what lies there and in what packing; the families here draw it. Light comes from
the upper left, every edge is a deep tone of its own colour, everything stands on a soft shadow.
"""
