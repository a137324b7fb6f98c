"""What every save of an entry was, to compare and to bring back."""
