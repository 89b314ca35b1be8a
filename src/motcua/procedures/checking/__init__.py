"""What makes a pack sound: its keys, its words, what it points at, and its worked cases."""
