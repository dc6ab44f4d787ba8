"""Pages of the built site: their links, anchors, tables and what they load."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path


class Page(HTMLParser):
    """A page as far as the tests look at it.

    Attributes:
        ids: Anchors.
        links: Where its links lead.
        loads: What a browser fetches to show it.
        rows: Texts of the cells of each row, by the class of the table.
        text: All of its text.
    """

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.rows: dict[str, list[list[str]]] = {}
        self.text = ""
        self._table = ""
        self._cell: list[str] | None = None
        self._row: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if told.get("id"):
            assert told["id"] not in self.ids, f"the anchor {told['id']} stands twice"
            self.ids.add(told["id"])
        if tag == "a" and "href" in told:
            self.links.append(told["href"])
        if tag in ("script", "img", "iframe", "source") and "src" in told:
            self.loads.append(told["src"])
        if tag == "link" and told.get("rel") != "canonical":
            self.loads.append(told.get("href", ""))
        if tag == "table":
            self._table = told.get("class", "")
        elif tag == "tr":
            self._row = []
        elif tag == "td":
            self._cell = []

    def handle_endtag(self, tag: str) -> None:
        if tag == "td" and self._cell is not None:
            self._row.append(" ".join("".join(self._cell).split()))
            self._cell = None
        elif tag == "tr" and self._row:
            for each in self._table.split():
                self.rows.setdefault(each, []).append(self._row)

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._cell is not None:
            self._cell.append(data)
