"""Relate a run's articles to each other and to those of the last days: copies, and stories.

    related = (articles, known, merges) | RelateArticles(window_days=7)

Takes the new Articles, the KnownArticles of the window and the Merges of earlier runs. Gives the articles
with `duplicate_of`, `similarity`, `duplicate_rule` and `story_id` filled, a Merge for every two stories
that turned out to be one, and the Standing of each known article. It comes before any language model: a
report costs a millisecond or two here, a parse a hundred.

All signatures of the window meet in one worker (2.5 KB a report), where the result cannot depend on the
order or on the number of workers.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Optional

import apache_beam as beam
from apache_beam.pvalue import PCollection, TaggedOutput

from schemas.records import Article, ArticleLink, Merge
from schemas.runs import KnownArticle, Standing
from transforms.known import by_article, together
from transforms.ledger import standing_ids
from transforms.link.copies import Report, link_copies
from transforms.link.signature import SIGNATURE_SPEC, read_signature
from transforms.stories.stories import StoryReport, cluster_stories


class Related(NamedTuple):
    """What RelateArticles gives."""

    articles: PCollection[Article]
    merges: PCollection[Merge]
    standings: PCollection[Standing]


class RelateArticles(beam.PTransform):
    """Link copies and stories, as the module promises."""

    def __init__(self, *, window_days: int):
        super().__init__()
        self._window = window_days

    def expand(  # noqa: D102
        self, inputs: tuple[PCollection[Article], PCollection[KnownArticle], PCollection[Merge]]
    ) -> Related:
        articles, known, merged = inputs
        sketches = tuple[str, KnownArticle]
        related = (
            {
                "new": articles | "Sketch" >> beam.Map(_sketch).with_output_types(sketches),
                "known": known | "Known" >> beam.Map(together).with_output_types(sketches),
                "merged": merged | "Merged" >> beam.Map(together).with_output_types(tuple[str, Merge]),
            }
            | "Meet" >> beam.CoGroupByKey()
            | "Relate"
            >> beam.ParDo(_RelateFn(self._window)).with_outputs("merges", "standings", main="links")
        )
        for name, row in (("links", ArticleLink), ("merges", Merge), ("standings", Standing)):
            related[name].element_type = row
        linked = (
            {
                "article": articles | "ById" >> beam.Map(by_article).with_output_types(tuple[str, Article]),
                "link": related.links
                | "LinksById" >> beam.Map(by_article).with_output_types(tuple[str, ArticleLink]),
            }
            | "Join" >> beam.CoGroupByKey()
            | "Fill" >> beam.FlatMapTuple(_filled).with_output_types(Article)
        )
        return Related(linked, related.merges, related.standings)


def _sketch(article: Article) -> tuple[str, KnownArticle]:
    return "", KnownArticle(
        article.article_id,
        article.source_id,
        article.published,
        None,
        None,
        None,
        article.signature,
        article.signature_spec,
    )


class _RelateFn(beam.DoFn):
    def __init__(self, window_days: int):
        self._window = window_days

    def process(self, met: tuple[str, dict[str, Iterable[Any]]]) -> Iterable[Any]:
        _, groups = met
        known, merged = list(groups["known"]), list(groups["merged"])
        links, merges = relate(list(groups["new"]), known, merged, self._window)
        yield from links
        yield from (TaggedOutput("merges", merge) for merge in merges)
        standing = standing_stories([*merged, *merges])
        for article in known:
            story_id = article.story_id or ""
            yield TaggedOutput("standings", Standing(article.article_id, standing.get(story_id, story_id)))


def relate(
    new: Sequence[KnownArticle],
    known: Sequence[KnownArticle],
    merged: Sequence[Merge],
    window_days: int,
) -> tuple[list[ArticleLink], list[Merge]]:
    """Return a link for each new report, and the stories that are one.

    `merged` are the merges of earlier runs: a story goes by the id that stands for it. A copy takes the
    story of its original. Known reports with another signature_spec than ours cannot be compared and are
    passed over: a new version of the signature begins a new window.
    """
    standing = standing_stories(merged)
    if not new:
        return [], []
    known = [
        article._replace(story_id=standing.get(article.story_id or "", article.story_id))
        for article in known
        if article.signature_spec == SIGNATURE_SPEC
    ]
    old, fresh = _reports(known), _reports(new)
    whole = {report.article_id: report.signature.whole for report in (*old, *fresh)}
    links = {
        # Equal words under another headline or with other marks are no exact copy: its rows are its own.
        link.article_id: link
        if link.rule != "exact" or whole[link.article_id] == whole[link.duplicate_of]
        else link._replace(rule="near")
        for link in link_copies(fresh, old, window_days)
    }
    # A version tells its own news, so it is clustered like any other report.
    copies = {i: link.duplicate_of for i, link in links.items() if link.rule != "version"}
    stories = cluster_stories(
        [_story_report(report, None) for report in fresh if report.article_id not in copies],
        [
            _story_report(report, article.story_id)
            for report, article in zip(old, known, strict=True)
            if article.duplicate_rule in (None, "version")
        ],
        window_days,
    )
    story_of = {report.article_id: report.story_id for report in known if report.story_id}
    story_of |= {article_id: story_id for article_id, story_id, *_ in stories.story_of}
    related = []
    for report in sorted(new, key=lambda report: report.article_id):
        link = links.get(report.article_id)
        story = story_of[copies.get(report.article_id, report.article_id)]
        related.append(
            ArticleLink(
                report.article_id,
                link.duplicate_of if link else None,
                link.similarity if link else None,
                link.rule if link else None,
                story,
            )
        )
    latest = max((report.published for report in new), default=date.min)
    merges = [
        Merge("story", later, earlier, "average link", score, latest)
        for later, earlier, score in stories.merges
    ]
    return related, merges


def standing_stories(merges: Iterable[Merge]) -> dict[str, str]:
    """Return for each story that was merged the one that stands for it now."""
    return standing_ids((merge.id, merge.merged_into) for merge in merges if merge.kind == "story")


def _reports(articles: Sequence[KnownArticle]) -> list[Report]:
    return [
        Report(a.article_id, a.source_id, a.published, read_signature(a.signature), a.duplicate_of)
        for a in articles
    ]


def _story_report(report: Report, story_id: Optional[str]) -> StoryReport:
    return StoryReport(report.article_id, report.published, report.signature.terms, story_id)


def _filled(_: str, met: dict[str, Iterable[Any]]) -> Iterable[Article]:
    for article, link in zip(met["article"], met["link"], strict=True):
        yield article._replace(
            duplicate_of=link.duplicate_of,
            similarity=link.similarity,
            duplicate_rule=link.duplicate_rule,
            story_id=link.story_id,
        )
