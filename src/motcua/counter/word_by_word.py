"""Two sayings of one thing, word by word: which words the other one has too."""

from difflib import SequenceMatcher


def beside_word_by_word(said: str, other: str) -> list[tuple[str, bool]]:
    """The words of one saying, each with whether the other has it too, in its place."""
    words, others = said.split(), other.split()
    told = [(word, False) for word in words]
    for start, _there, length in SequenceMatcher(None, words, others).get_matching_blocks():
        told[start : start + length] = [(word, True) for word in words[start : start + length]]
    return told
