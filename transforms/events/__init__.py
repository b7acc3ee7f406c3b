"""What happened: event mentions by PLOVER, and the events they tell of."""
