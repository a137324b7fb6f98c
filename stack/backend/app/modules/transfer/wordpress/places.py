"""Where each post will stand here: its id, its address, what it stands below. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final
from uuid import NAMESPACE_URL, UUID, uuid5

from app.modules.content.slugs import first_free
from app.modules.content.tree import DEEPEST, Node, path_in
from app.modules.transfer.wordpress.fate import Fate
from app.modules.transfer.wordpress.model import Post
from app.modules.transfer.wordpress.titles import slug_of

# At the top the list of posts stands at this address, and a page would stand in its place.
_BLOG: Final = "blog"


@dataclass(slots=True)
class Plan:
    """`path` is where it will be public; `notes` are sentences about what could not be as it was."""

    post: Post
    fate: Fate
    id: UUID
    type_key: str
    slug: str
    parent_id: UUID | None
    path: str | None
    notes: list[str] = field(default_factory=list)


def id_of(source: str, kind: str, key: object) -> UUID:
    """Always the same one for the same thing of the same site."""
    return uuid5(NAMESPACE_URL, f"{source}#{kind}:{key}")


def plan(
    source: str,
    posts: Iterable[tuple[Post, Fate, str]],
    present: Mapping[str, Mapping[UUID, Node]],
    known: Mapping[str, UUID],
    paths: Mapping[str, str | None],
) -> list[Plan]:
    """Each with its type's key, those that others stand below first. `present` is what is here of each type,
    `known` what earlier imports have made of posts, by their number. `paths` says what a type's addresses
    begin with: "" for the tree's, None for a type without pages."""
    nodes = {key: dict(there) for key, there in present.items()}
    taken: dict[tuple[str, UUID | None], set[str]] = defaultdict(set)
    for key, there in present.items():
        for node in there.values():
            taken[key, node.parent_id].add(node.slug)
    planned: list[Plan] = []
    ids: dict[int, UUID] = {}
    for post, fate, key, depth in _parents_first(posts):
        one = Plan(post, fate, known.get(str(post.id)) or id_of(source, "post", post.id), key, "", None, None)
        ids[post.id] = one.id
        here = nodes.setdefault(key, {}).get(one.id)
        if here is not None:
            one.slug, one.parent_id = here.slug, here.parent_id
        else:
            _place(one, ids, taken, depth, tree=paths.get(key) == "")
            nodes[key][one.id] = Node(one.slug, one.parent_id)
        above = paths.get(key)
        if above is not None:
            one.path = path_in(nodes[key], one.id) if above == "" else f"{above}/{one.slug}"
        planned.append(one)
    return planned


def _place(
    one: Plan,
    ids: Mapping[int, UUID],
    taken: dict[tuple[str, UUID | None], set[str]],
    depth: int,
    *,
    tree: bool,
) -> None:
    post = one.post
    if tree and post.parent:
        if depth > DEEPEST:
            one.notes.append(f"It stands at the top: there are at most {DEEPEST} levels here.")
        elif post.parent in ids:
            one.parent_id = ids[post.parent]
        else:
            one.notes.append("It stands at the top: what it stood below did not come along.")
    top = tree and one.parent_id is None
    wanted = slug_of(post.slug, post.title, one.type_key, post.id, reserved=top)
    beside = taken[one.type_key, one.parent_id]
    one.slug = first_free(wanted, beside | {_BLOG} if top else beside)
    beside.add(one.slug)
    if wanted == _BLOG and top:
        one.notes.append(f"Its address is “{one.slug}”: at “{_BLOG}” there is the list of posts.")
    elif one.slug != post.slug and post.slug:
        one.notes.append(f"Its address is “{one.slug}” here.")


def _parents_first(
    posts: Iterable[tuple[Post, Fate, str]],
) -> list[tuple[Post, Fate, str, int]]:
    """With how deep each stands; one that a circle leads back to stands at the top."""
    given = list(posts)
    parents = {post.id: post.parent for post, _, _ in given}

    def depth(post_id: int) -> int:
        seen: set[int] = set()
        while post_id in parents and post_id not in seen:
            seen.add(post_id)
            post_id = parents[post_id]
        return len(seen)

    deep = [(post, fate, key, depth(post.id)) for post, fate, key in given]
    return sorted(deep, key=lambda one: (one[3], one[0].order, one[0].id))
