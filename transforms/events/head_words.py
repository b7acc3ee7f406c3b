"""The word of a description that says who is meant. Without Beam: the timeline, too, asks for it."""


def head_word(description: str) -> str:
    """Return the word that says who an unnamed participant is: "head" of "acting head of mission"."""
    words = description.lower().split()
    return words[words.index("of") - 1] if "of" in words[1:-1] else words[-1]
