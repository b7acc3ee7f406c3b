"""The nouns: rows that flow, the Arrow schema of each table, what comes in. Data, no behaviour."""
