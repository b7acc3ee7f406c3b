"""Text and its parse as plain values: paragraphs, sentences, quotations, tokens."""
