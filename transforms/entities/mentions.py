"""Find the named entities of an article, and make each one thing throughout it.

    mentions = find_mentions(document)

The model labels each paragraph for itself; a report names its people in full once and by surname
after. So the names of the whole article are read together.
"""

from schemas.records import Mention
from transforms.entities.aliases import Aliases
from transforms.entities.countries import country_of
from transforms.entities.headlines import without_common_words
from transforms.entities.joins import joined
from transforms.entities.labels import article_labels
from transforms.entities.missed import with_known_names, with_new_names
from transforms.entities.names import coarse, fold, folded, known_as
from transforms.entities.regions import with_regions
from transforms.entities.spans import NameSpan, name_spans, words_of
from transforms.ids import content_id
from transforms.text.document import Document
from transforms.text.tokens import Token


def find_mentions(document: Document) -> list[Mention]:
    """Return the mentions of named entities in `document`, in the order of the text, none overlapping.

    Labels are OntoNotes', of names only: no dates, no numbers. A name bears one label and is one entity
    throughout the article: see article_labels; what the model missed is added: see with_known_names.
    `name` is the fullest form in the article, `country` what country_of says of it, or the region
    named beside it: see with_regions.
    """
    tokens = document.tokens
    spans = joined(tokens, name_spans(document))
    spans = without_common_words(document, with_new_names(document, spans))
    labels = article_labels(tokens, spans)
    spans = with_known_names(document, spans, labels)
    labelled = [(span, labels[folded(words_of(tokens, span))]) for span in spans]
    aliases = Aliases(document, labelled)
    entities: dict[tuple[str, str], str] = {}
    rows = [_mention(document, span, label, aliases, entities) for span, label in labelled]
    return with_regions(document, rows)


def _mention(
    document: Document, span: NameSpan, label: str, aliases: Aliases, entities: dict[tuple[str, str], str]
) -> Mention:
    """The row of a span; `entities` holds the ids of those before, by label and name."""
    article = document.article
    first, last = document.tokens[span.first], document.tokens[span.last - 1]
    end = last.end - _full_stop(document, last)
    text = document.text[first.start : end]
    name = aliases.fullest(span)
    entity_id = entities.get((label, name))
    if entity_id is None:
        known = known_as(name) if label == "ORG" else fold(name)
        entity_id = entities[label, name] = content_id("entity", coarse(label), known)
    return Mention(
        content_id("mention", article.article_id, first.start, end),
        article.article_id,
        document.sentences[first.sentence].sentence_id,
        first.start,
        end,
        text,
        label,
        entity_id,
        name,
        country_of(text, label) or country_of(name, label),
        article.published,
    )


def _full_stop(document: Document, token: Token) -> int:
    """1 if the token ends in the full stop of its sentence, not of an abbreviation like "U.S."."""
    ends = token.i + 1 == document.sentences[token.sentence].last
    return int(ends and token.text.endswith(".") and "." not in token.text[:-1] and len(token.text) > 2)
