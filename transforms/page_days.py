"""Find the day on which a web page says that it was published.

    published(tree, find_date, url, visited)

What a page states for machines comes first; elsewhere htmldate reads it, and is shown only what the markup
or the words beside it call a day: of a whole page it takes any day that it finds, of a month it makes one.
"""

import re
from copy import deepcopy
from datetime import date, datetime, timedelta
from typing import Any, Optional

# htmldate takes days between these: the web's first news, and no day by which today would matter.
FIRST_DAY, LAST_DAY = "1995-01-01", "2099-12-31"

# Where a page says when it was published, the plainest first.
_PUBLISHED = (
    ".//meta[@property='article:published_time']/@content",
    ".//meta[@itemprop='datePublished']/@content",
    ".//script[@type='application/ld+json']/text()",
    ".//time[@itemprop='datePublished']/@datetime",
)
_LD_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"')
# Elsewhere a day stands in short elements that are called so, `<div class="post-date">`, or say so
# ("Published: 16 May 2023"). Running text and headlines tell of any day, and so do links to other reports.
_CALLED_DATED = re.compile(
    r"date|time(?!line)|publish|posted|stamp|byline|meta|submitted|(?:post|entry|article|story)[-_]*info",
    re.IGNORECASE,
)
_SAYS_DATED = re.compile(
    r"\s*(?:(?:first )?(?:published|posted)(?: on| at)?:?\s+(?=[\w,. ]{0,14}\d)|(?:publication )?date\s*:)",
    re.IGNORECASE,
)
_DATED_META = re.compile(r"date|time|pub|creat|issue|modif", re.IGNORECASE)
_DATED_WITHIN = 120
_NAMES = ("class", "id", "itemprop", "data-testid")
_META_NAMES = ("name", "property", "itemprop", "http-equiv", "pubdate")
_BESIDE = ("nav", "aside", "footer", "a")
_CALLED_BESIDE = re.compile(
    r"(?:^|\s)(?:sidebar|widget|teaser|comment|popular|trending|latest|promo)|related|recommend|most-?read",
    re.IGNORECASE,
)
# "05/06/2023" is a day in May or in June.
_EITHER_WAY = re.compile(r"(?<![\d/])(0?[1-9]|1[0-2])/(?!\1/)(0?[1-9]|1[0-2])/(?:\d{4}|\d{2})(?!\d)")
_NUMBER = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,}")


def published(tree: Any, find_date: Any, url: Optional[str], visited: Optional[date]) -> Optional[str]:
    """The day or the time of publication, as the page states it, or as its address or markup has it."""
    # A day further east may have begun.
    last = visited + timedelta(days=1) if visited else date.fromisoformat(LAST_DAY)
    for path in _PUBLISHED:
        for value in tree.xpath(path):
            for stated in _LD_PUBLISHED.findall(value) if "script" in path else [value.strip()]:
                moment = iso_moment(stated)
                if moment and moment.date() <= last:
                    return str(stated)
    marked = _marked(tree)
    # What heads and addresses give may be a month alone, where the page itself shows the day.
    for shown, address in ((marked, url), (_marked(tree, head=False), None)):
        found: Optional[str] = find_date(
            shown,
            extensive_search=False,
            original_date=True,
            url=address,
            min_date=FIRST_DAY,
            max_date=last.isoformat(),
            deferred_url_extractor=True,
        )
        if found and _is_stated(found, shown, address):
            return found
    return None


def _marked(tree: Any, head: bool = True) -> Any:
    """A page of nothing but what the markup of this one gives as a day, with its head's part or without."""
    page = tree.makeelement("html")
    metas, body = (page.makeelement(name) for name in ("head", "body"))
    page.extend([metas, body])
    taken: set[Any] = set()
    for element in tree.iter("*"):
        if element.tag == "meta":
            is_head = any(_DATED_META.search(element.get(name) or "") for name in _META_NAMES)
        else:
            is_head = element.get("type") == "application/ld+json"
        if (is_head and head) or (
            _is_dated(element) and not any(above in taken for above in element.iterancestors())
        ):
            copy = deepcopy(element)
            copy.tail = None
            if not is_head and _SAYS_DATED.match("".join(copy.itertext())):
                copy.set("class", "date")
            (metas if is_head else body).append(copy)
            taken.add(element)
    return page


def _is_dated(element: Any) -> bool:
    """Whether an element is called a day or says that it is one, and is not of another report."""
    if element.tag in ("html", "head", "meta", "script", "style", "title", "h1"):
        return False
    text = ""
    for piece in element.itertext():
        text += piece.strip()
        if len(text) > _DATED_WITHIN:
            return False
    is_called = element.tag in ("time", "abbr") or any(
        _CALLED_DATED.search(element.get(name) or "") for name in _NAMES
    )
    return bool(is_called or _SAYS_DATED.match(text)) and not any(
        around.tag in _BESIDE or _CALLED_BESIDE.search(f"{around.get('class', '')} {around.get('id', '')}")
        for around in (element, *element.iterancestors())
        if around.tag not in ("body", "html")
    )


def _is_stated(found: str, marked: Any, url: Optional[str]) -> bool:
    """Whether a day is there, whole. Of a month alone htmldate makes its first, or the day of today."""
    body = marked[1]
    values = [url or "", *(value for element in marked.iter("*") for value in element.attrib.values())]
    values += [*marked[0].itertext(), *(" ".join(element.itertext()) for element in body)]
    return any(_holds_day(value, *found.split("-")) for value in values)


def _holds_day(value: str, year: str, month: str, day: str) -> bool:
    if f"{year}{month}{day}" in value:
        return True
    value = _EITHER_WAY.sub("", value)
    numbers = _NUMBER.findall(value)
    for part in (year, day):
        written = next((number for number in (part, part[-2:], part.lstrip("0")) if number in numbers), None)
        if written is None:
            return False
        numbers.remove(written)
    # The month may be a word.
    return int(month) in map(int, numbers) or bool(_WORD.search(value))


def iso_moment(text: str) -> Optional[datetime]:
    """A day or a time in ISO 8601, or None."""
    try:
        return datetime.fromisoformat(text) if len(text) >= 10 else None
    except ValueError:
        return None
