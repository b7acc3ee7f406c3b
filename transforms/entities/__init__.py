"""Named entities: who is who in a report, and where."""
