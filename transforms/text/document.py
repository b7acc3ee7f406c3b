"""A report with its parse: what every rule of `interpret` reads.

    document = build_document(article, paragraphs, parses)

Plain values, no spaCy: tests write them by hand (tests/documents.py) and rules stay independent of
the model's library. Tokens, sentences and quotations all carry offsets in `article.text`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from schemas.records import Article, Paragraph, ParsedParagraph
from transforms.ids import content_id
from transforms.text.hyphens import mend_hyphenated
from transforms.text.quotes import Quote, find_quotes
from transforms.text.sentences import sentence_starts
from transforms.text.tokens import Token

WORD_SEPARATOR = "\x1f"
# Words, each below the one before. The deepest of 1,800 lines of news was 20 deep; a list without end is, and
# rules climb up and down trees by recursion.
MAX_DEPTH = 50
_start, _end = attrgetter("start"), attrgetter("end")


@dataclass(slots=True)
class SentenceSpan:
    """A sentence: where it is, and its tokens `tokens[first:last]` of the document."""

    sentence_id: str
    ordinal: int
    paragraph: int
    kind: str
    start: int
    end: int
    first: int
    last: int


@dataclass(slots=True)
class Document:
    """An article, its tokens, sentences and quotations, each in the order of the text."""

    article: Article
    paragraphs: Sequence[Paragraph]
    tokens: Sequence[Token]
    sentences: Sequence[SentenceSpan]
    quotes: Sequence[Quote]

    @property
    def text(self) -> str:
        """The article's text, which all offsets slice."""
        return self.article.text

    def tokens_of(self, sentence: SentenceSpan) -> Sequence[Token]:
        """The tokens of one sentence."""
        return self.tokens[sentence.first : sentence.last]

    def sentence_at(self, offset: int) -> SentenceSpan:
        """The sentence that holds `offset`, or the nearest before it (the first, before all)."""
        return self.sentences[max(bisect_right(self.sentences, offset, key=_start) - 1, 0)]

    def tokens_between(self, start: int, end: int) -> Sequence[Token]:
        """The tokens that overlap the stretch `start:end` of the text."""
        low = bisect_right(self.tokens, start, key=_end)
        return self.tokens[low : bisect_left(self.tokens, end, low, key=_start)]


def build_document(
    article: Article, paragraphs: Sequence[Paragraph], parses: Mapping[int, ParsedParagraph]
) -> Document:
    """Join an article with the parses of its paragraphs, `parses` by their ordinal.

    Sentences are the model's, mended (see sentence_starts) and never across a paragraph. A headline
    or a subheading is one sentence.
    """
    tokens: list[Token] = []
    sentences: list[SentenceSpan] = []
    for paragraph in paragraphs:
        parse = parses[paragraph.ordinal]
        fresh = _tokens(article.text, paragraph, parse, len(tokens))
        if not fresh:
            continue
        offset = len(tokens)
        tokens.extend(fresh)
        starts = sentence_starts(fresh, paragraph.kind)
        for first, last in zip(starts, [*starts[1:], len(fresh)], strict=True):
            span = SentenceSpan(
                content_id("sentence", article.article_id, fresh[first].start, fresh[last - 1].end),
                len(sentences), paragraph.ordinal, paragraph.kind,
                fresh[first].start, fresh[last - 1].end, offset + first, offset + last,
            )  # fmt: skip
            for token in fresh[first:last]:
                token.sentence = span.ordinal
            sentences.append(span)
    quotes = find_quotes(article.text, paragraphs)
    _mark_quoted(tokens, quotes)
    return Document(article, paragraphs, tokens, sentences, quotes)


def _tokens(text: str, paragraph: Paragraph, parse: ParsedParagraph, offset: int) -> list[Token]:
    """The tokens of one paragraph, linked to their heads; white space is no token.

    The model hangs white space below a word and never a word below white space, so that leaving it
    out orphans nothing; should one do so all the same, the word becomes a root.
    """
    if not parse.starts:
        return []  # an empty text, whose columns hold no cell; split, they would hold one
    lemmas = parse.lemmas.split(WORD_SEPARATOR)
    columns = (parse.pos, parse.tags, parse.deps, parse.entities)
    cells = zip(parse.starts, parse.ends, lemmas, *(column.split(" ") for column in columns), strict=True)
    begins = set(parse.sentence_starts)
    shift = paragraph.start
    kept: dict[int, Token] = {}
    pending = False
    for i, (start, end, lemma, pos, tag, dep, entity) in enumerate(cells):
        word = text[start + shift : end + shift]
        pending = pending or i in begins
        if word.isspace():
            continue
        kept[i] = token = Token(
            offset + len(kept), start + shift, end + shift, word, lemma, pos, tag, dep,
            entity[2:],  # "B-GPE"; "O" is of none
            entity.startswith("B"),
        )  # fmt: skip
        token.begins, pending = pending, False
    heads = shallow(parse.heads)
    for i, token in kept.items():
        token.head = head = kept.get(heads[i], token)
        if head is not token:
            head.children.append(token)
        else:
            token.dep = "ROOT"
    words = list(kept.values())
    mend_hyphenated(words)
    return words


def shallow(heads: Sequence[int]) -> Sequence[int]:
    """Return the heads of words, where one that stands deeper than MAX_DEPTH is a root (its own head).

    >>> shallow([1, 1, 1])
    [1, 1, 1]
    """
    if len(heads) <= MAX_DEPTH:
        return heads
    heads = list(heads)
    depths: dict[int, int] = {}
    for word in range(len(heads)):
        path = []
        while word not in depths and heads[word] != word:
            path.append(word)
            word = heads[word]
        depth = depths.setdefault(word, 0)
        for below in reversed(path):
            depth += 1
            if depth > MAX_DEPTH:
                heads[below], depth = below, 0
            depths[below] = depth
    return heads


def _mark_quoted(tokens: Sequence[Token], quotes: Sequence[Quote]) -> None:
    position = 0
    for quote in quotes:
        while position < len(tokens) and tokens[position].end <= quote.start:
            position += 1
        while position < len(tokens) and tokens[position].start < quote.end:
            tokens[position].quoted = True
            position += 1
