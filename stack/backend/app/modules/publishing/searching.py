"""The visitors' search. Each call takes the caller's transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Integer, Text, bindparam, func, select

from app.modules.content.rendering import plain_text, render_body
from app.modules.core.database import Transaction
from app.modules.publishing.models import published_entries
from app.modules.publishing.links import LINK, PublicLink, link, noindex


# Put together once: that takes as long as PostgreSQL does with it. The query is a query of
# its own, made once: as a mere expression it would be made again for each entry that is ranked.
_QUERY: Final = select(
    func.websearch_to_tsquery(func.site_search_language(), bindparam("words", type_=Text))
).scalar_subquery()
_FOUND: Final = (
    select(*LINK, published_entries.c.data)
    .where(
        published_entries.c.path.is_not(None),
        published_entries.c.search.op("@@")(_QUERY),
        ~noindex(),
    )
    .order_by(func.ts_rank(published_entries.c.search, _QUERY).desc(), published_entries.c.entry_id)
    .limit(bindparam("most", type_=Integer))
)


@dataclass(frozen=True, slots=True)
class Hit:
    link: PublicLink
    excerpt: str


async def find(db: Transaction, words: str, limit: int) -> Sequence[Hit]:
    """What holds these words in any of their forms, the best first."""
    rows = await db.execute(_FOUND, {"words": words, "most": limit})
    return [Hit(link(row), excerpt(_words_of(row.data), words)) for row in rows]


def excerpt(text: str, words: str, length: int = 220) -> str:
    """The part of `text` around the first of `words` that it holds."""
    lower = text.lower()
    places = [lower.find(word) for word in words.lower().split() if len(word) > 2]
    first = min((place for place in places if place >= 0), default=0)
    begin = max(0, first - length // 3)
    if begin:
        begin = text.find(" ", begin) + 1
    part = text[begin : begin + length]
    if begin + length < len(text):
        part = f"{part.rsplit(' ', 1)[0]} …"
    return f"… {part}" if begin else part


def _words_of(data: Mapping[str, Any]) -> str:
    if "body" in data or "blocks" in data:
        from app.modules.content.blocks import block_words

        return plain_text(f"{render_body(data)} {block_words(data)}")
    return plain_text(" ".join(value for value in data.values() if isinstance(value, str)))
