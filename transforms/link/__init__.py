"""Which reports are copies of which."""
