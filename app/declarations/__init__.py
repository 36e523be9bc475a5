"""Export declarations: drafts from packed loads, lodging, and the answers of customs."""
