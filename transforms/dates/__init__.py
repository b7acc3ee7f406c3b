"""Time expressions and the days that sentences and clauses report on."""
