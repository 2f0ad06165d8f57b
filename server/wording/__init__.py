"""What the server says to whoever presses a button, in every language that it speaks."""
