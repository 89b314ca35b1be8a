"""What the desk asks of a person's fingers: key presses counted in a real browser."""
