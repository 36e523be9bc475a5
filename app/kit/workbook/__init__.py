"""Workbooks as people send them: xlsx, xls, csv of any usual encoding; recognised by content.

A process of its own reads them, with limits on its memory and time (docs/decisions/0045):
`reading.opened` starts it. Cells come as they stand, and nothing here knows what they mean.
"""
