"""Pictures, galleries, films and what else is embedded, as a text here may hold them. Pure.

A picture stays one when its file came along. Otherwise it becomes a link: shown from the old site it would
tell that site of every reader, and the policy of the pages here does not allow it.
"""

import re
from collections.abc import Callable, Sequence
from typing import Final
from urllib.parse import urljoin, urlsplit

from app.modules.transfer.wordpress.known import Known
from app.modules.transfer.wordpress.nodes import Element, Node, trimmed, words
from app.modules.transfer.wordpress.notes import Notes
from app.modules.transfer.wordpress.videos import video_at

_PLACES: Final = {"alignleft": "left", "alignright": "right", "alignwide": "wide", "alignfull": "wide"}
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"]+")
# Emoji and smileys, which stand as what they mean.
_SIGNS: Final = frozenset({"emoji", "wp-smiley"})


class Figures:
    def __init__(
        self,
        known: Known,
        notes: Notes,
        inline: Callable[[Sequence[Node]], list[Node]],
        blocks: Callable[[Sequence[Node]], list[Node]],
    ) -> None:
        self._known = known
        self._notes = notes
        self._inline = inline
        self._blocks = blocks

    def figure(self, node: Element) -> list[Node]:
        captions = [one for one in node.children if isinstance(one, Element) and one.tag == "figcaption"]
        caption = trimmed([part for one in captions for part in self._inline(one.children)])
        inside: list[Node] = [one for one in node.children if one not in captions]
        pictures = list(node.find("img"))
        if "wp-block-gallery" in node.classes or len(pictures) > 1:
            return self.gallery(node)
        if node.has("blockquote", "table", "p", "ul", "ol"):
            return self._blocks(inside) + self._paragraph(caption)
        if pictures:
            links = [link.attributes.get("href", "") for link in node.find("a") if link.has("img")]
            return self._picture(pictures[0], links[0] if links else "", caption, node.classes)
        if recording := next(node.find("video", "audio", "iframe", "embed"), None):
            return self.media(recording, "") + self._paragraph(caption)
        address = _ADDRESS.fullmatch(words(inside).strip())
        if address:
            return self._embed(address.group()) + self._paragraph(caption)
        return self._blocks(inside) + self._paragraph(caption)

    def gallery(self, node: Element) -> list[Node]:
        """The pictures that came along, beside one another; the others as one line of links."""
        shown: list[Node] = []
        links: list[Node] = []
        for picture in node.find("img"):
            if (image := self._image(picture)) is not None:
                shown.append(image)
            else:
                more = self._link(picture, [])
                links += [" · ", *more] if links and more else more
        own = [one for one in node.children if isinstance(one, Element) and one.tag == "figcaption"]
        caption = [part for one in own for part in self._inline(one.children)]
        said = [Element("figcaption", {}, caption)] if caption and shown else []
        gallery = [Element("figure", {"class": "gallery"}, [*shown, *said])] if shown else []
        return [*gallery, *self._paragraph(links), *([] if shown else self._paragraph(caption))]

    def media(self, node: Element, link: str) -> list[Node]:
        """A picture, film or embedded page that stands in a line."""
        if node.tag == "img":
            if node.classes & _SIGNS:
                return [node.attributes.get("alt", "")]
            return self._picture(node, link, [], node.classes)
        address = node.attributes.get("src", "")
        if node.tag in ("video", "audio"):
            address = address or next((one.attributes.get("src", "") for one in node.find("source")), "")
            return self._recording(address)
        return self._embed(address)

    def videos(self, node: Node) -> list[Node]:
        """A paragraph that is the address of a film alone is the film."""
        if isinstance(node, Element) and node.tag == "p" and len(node.children) == 1:
            text = node.text.strip()
            if _ADDRESS.fullmatch(text) and video_at(text):
                return self._embed(text)
        return [node]

    def absolute(self, address: str) -> str:
        """Of an address that has no host, the one that it had on the old site."""
        host = next(iter(sorted(self._known.addresses.hosts)), "")
        if address.startswith("//"):
            return f"https:{address}"
        if host and not address.startswith("#") and not re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address):
            return urljoin(f"https://{host}/", address)
        return address

    def name_of(self, address: str) -> str:
        """What a link to a file is called that has no text of its own."""
        target = self._known.addresses.target(address)
        path = target.key if target else urlsplit(address).path
        return path.rstrip("/").rpartition("/")[2] or address

    def _picture(
        self, picture: Element, link: str, caption: list[Node], classes: set[str]
    ) -> list[Node]:
        image = self._image(picture)
        if image is None:
            return self._paragraph(self._link(picture, caption))
        if link and self._leads_on(link, picture):
            href = self._known.here(link) or self.absolute(link)
            words = caption or [image.attributes.get("alt") or urlsplit(link).hostname or link]
            # A caption may hold links of its own.
            holds = any(isinstance(one, Element) and (one.tag == "a" or one.has("a")) for one in words)
            caption = words if holds else [Element("a", {"href": href}, words)]
        place = next((here for name, here in _PLACES.items() if name in classes | picture.classes), "")
        said = [Element("figcaption", {}, caption)] if caption else []
        return [Element("figure", {"class": f"picture {place}".strip()}, [image, *said])]

    def _image(self, picture: Element) -> Element | None:
        given = picture.attributes
        file = self._known.file_at(given.get("src", ""), given.get("data-id", ""))
        if file is None:
            return None
        size = {"width": str(file.width), "height": str(file.height)} if file.width and file.height else {}
        return Element("img", {"src": file.url, "alt": given.get("alt") or file.alt, **size})

    def _link(self, picture: Element, caption: list[Node]) -> list[Node]:
        """What stands in the place of a picture whose file did not come along."""
        address = picture.attributes.get("src", "")
        number = picture.attributes.get("data-id", "")
        if not address and number.isdecimal() and (file := self._known.addresses.address(int(number))):
            address = file
        if not address:
            self._notes.add("gone_picture")
            return caption
        if picture.attributes.get("width") == "1" or picture.attributes.get("height") == "1":
            # It counted readers.
            return caption
        self._notes.add("picture")
        words = picture.attributes.get("alt") or picture.attributes.get("title") or self.name_of(address)
        link = Element("a", {"href": self.absolute(address)}, [f"Picture: {words}"])
        return [link, Element("br"), *caption] if caption else [link]

    def _leads_on(self, link: str, picture: Element) -> bool:
        """Whether a picture's link goes elsewhere than to the picture itself, large or on a page of its own."""
        target = self._known.addresses.target(link)
        if target is not None and target.kind == "file":
            return False
        return link.strip() != picture.attributes.get("src", "").strip()

    def _embed(self, address: str) -> list[Node]:
        if not address:
            return []
        absolute = self.absolute(address)
        if video := video_at(absolute):
            service, plain = video
            link = Element("a", {"href": plain}, [f"Watch on {service}"])
            return [Element("figure", {"class": "embed"}, [link])]
        self._notes.add("embed")
        return self._paragraph([Element("a", {"href": absolute}, [absolute])])

    def _recording(self, address: str) -> list[Node]:
        if not address:
            return []
        if video_at(address):
            return self._embed(address)
        self._notes.add("file")
        href = self._known.here(address) or self.absolute(address)
        return self._paragraph([Element("a", {"href": href}, [self.name_of(address)])])

    def _paragraph(self, inside: list[Node]) -> list[Node]:
        return [Element("p", {}, line)] if (line := trimmed(inside)) else []
