"""The demo shop: its words in `app/demo/`, made with the same actions as people call."""
