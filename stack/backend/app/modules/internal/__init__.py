"""What Freehold itself asks of a stack, behind the control token."""
