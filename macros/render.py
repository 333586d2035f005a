"""Turns records and lists into HTML, in one language, with links that are known to lead somewhere."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros import charts
from macros.claims import claims
from macros.compiled import COMPILED
from macros.dataset import Dataset
from macros.environment import Setting
from macros.facets import build_explorer
from macros.geography.europe import build_europe
from macros.guidance import GUIDANCE, guidance_on, on_themes
from macros.implementation import abbreviations, former_offices, missing_years
from macros.language import Language, fill_in, language_of
from macros.model import COLLECTIONS, Record
from macros.model.base import ARTICLE_ID, SourceRef
from macros.model.law import LawRef, read_on
from macros.model.refs import GENERAL_COMMENT_ID
from macros.model.vocabulary import Instrument, Source
from macros.news import newest_entries
from macros.order import by_number, newest_first
from macros.reading import by_country, in_reading_order, recommendation_actors
from macros.reporting import calendar
from macros.sight import line_of_sight
from macros.terms import by_letter, other_names

TEMPLATES = Path(__file__).parent / "templates"
SHOWN = 8
"""How many links of a long list a page shows when the whole list stands on another page."""
SEEDS = {"seed-implementation": "slides", "seed-international": "international", "seed-dialogue": "dialogue"}


class LinkError(Exception):
    """A template or a page asked for a link to an address that the site does not have."""


class Renderer:
    """Renders templates of ``templates/`` with the words of one language.

    ``addresses`` are all pages of the language, relative to its root: ``""``, ``recommendations/``, ...
    """

    def __init__(self, dataset: Dataset, language: Language, addresses: frozenset[str], setting: Setting) -> None:
        """Prepare the environment that all templates share."""
        self.dataset = dataset
        self.language = language
        self.addresses = addresses
        self.root = setting.root
        self.edit = setting.edit
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=COMPILED,
        )
        self.environment.globals.update(
            ds=dataset,
            lang=language.code,
            root=self.root,
            t=language.pick,
            s=self.string,
            day=language.day,
            number=language.number,
            basis=self.basis,
            by_country=partial(by_country, language),
            by_number=by_number,
            newest_first=newest_first,
            in_reading_order=partial(in_reading_order, dataset),
            actors_of=recommendation_actors,
            words=language.words,
            collections=list(COLLECTIONS),
            abbreviations=partial(abbreviations, dataset, language),
            alphabetical=language.alphabetical,
            former_offices=former_offices,
            guidance_collections=GUIDANCE,
            on_themes=partial(on_themes, dataset),
            missing_years=missing_years,
            other_names=partial(other_names, language),
            calendar=partial(calendar, dataset, language),
            charts=charts,
            counted_on=setting.counted_on,
            address_state=self.address_state,
            edit_root=setting.edit,
            issues=setting.issues,
            sight=partial(line_of_sight, dataset),
            news=partial(newest_entries, dataset),
            claims=lambda: list(claims(dataset)),
        )
        self.environment.filters.update(
            typeset=language.typeset,
            host=lambda url: urlsplit(url).hostname,
            first_upper=lambda text: text[:1].upper() + text[1:],
            linked=lambda record, link: link(record),
            by_letter=partial(by_letter, language),
            gc_id=GENERAL_COMMENT_ID.format,
            in_language=language.pick,
            worded=lambda value, prefix: self.string(f"{prefix}{value}"),
        )
        self.environment.globals["c"] = self.environment.get_template("components.html").module

    def compile(self) -> None:
        """Compile all templates that a page may use, for every other renderer of this process too."""
        for name in self.environment.list_templates(filter_func=lambda name: not name.startswith("root/")):
            self.environment.get_template(name)

    def string(self, key: str, **values: Any) -> str:
        """A word or sentence of the interface (data/interface.yml). Raises KeyError for an unknown key."""
        text = self.language.pick(self.dataset.interface[key])
        return self.language.typeset(fill_in(text, values)) if values else text

    def basis(self, basis: str, sources: list[SourceRef]) -> str:
        """How sure a fact is, in words; a seed is named, as only one of the three is a set of slides."""
        if basis != "seed":
            return self.string(f"basis-{basis}")
        seeds = [SEEDS[source.id] for source in sources if source.id in SEEDS]
        return self.string(f"basis-seed-{seeds[0] if seeds else 'slides'}")

    def href(self, page: str, target: Record | str) -> str:
        """The link from a page (address relative to the language root) to a record or an address.

        Raises LinkError when the address is not one of the site's.
        """
        address = target if isinstance(target, str) else self.dataset.address(target)
        path = address.partition("#")[0].partition("?")[0]
        if path not in self.addresses:
            raise LinkError(f"{page or 'the home page'}: there is no page {path!r} to link to")
        up = "../" * page.count("/")
        return f"{up}{address}" or "./"

    def link(self, page: str, record: Record, text: str = "", **extra: Any) -> dict[str, Any]:
        """A link to a record, as the components take it: text, href and what is given besides."""
        lang = {"lang": foreign} if (foreign := self.language.foreign(record)) else {}
        return {"text": text or self.language.pick(record.label), "href": self.href(page, record)} | lang | extra

    def group(self, page: str, heading: str, records: list[Any], whole: Record | str = "") -> dict[str, Any]:
        """Links to records under a heading; of a long list the first ones, and where the whole list stands."""
        long = whole and len(records) > SHOWN + 2
        return {
            "heading": heading,
            "items": [self.link(page, record) for record in (records[:SHOWN] if long else records)],
            "count": len(records),
            "whole": self.href(page, whole) if long else "",
        }

    def cite(self, page: str, sources: list[SourceRef]) -> list[dict[str, Any]]:
        """Source references, as the components take them: title, address, publisher, date, place in the source."""
        return [self._citation(page, reference) for reference in sources]

    def cite_id(self, page: str, source: str) -> list[dict[str, Any]]:
        """One source, by its id."""
        return [self._citation(page, SourceRef(id=source))]

    def data_file(self, page: str, collection: str, kind: str) -> str:
        """The link to a collection's open data, which lies beside the languages."""
        return f"{'../' * (page.count('/') + 1)}data/{collection}.{kind}"

    def open_data(self, page: str, collection: str) -> list[dict[str, str]]:
        """Links to a collection's open data in each format."""
        return [{"text": kind.upper(), "href": self.data_file(page, collection, kind)} for kind in ("csv", "json")]

    def _citation(self, page: str, reference: SourceRef) -> dict[str, Any]:
        source: Source = self.dataset.get("sources", reference.id)
        date = self.language.day(source.date) if source.date else ""
        spoken = language_of(reference.locator or "")
        return {
            "title": source.title,
            "href": self.href(page, source),
            "lang": source.lang.partition("/")[0],
            "url": source.link,
            "state": self.address_state(source),
            "publisher": source.publisher,
            "date": self.string("about-date", date=date) if date and source.date_approximate else date,
            "locator": self.language.typeset(reference.locator or ""),
            "locator_lang": spoken if spoken != self.language.code else None,
        }

    def address_state(self, source: Source) -> str:
        """What a reader must know of a source's address: that it is a copy, or that it no longer works."""
        if not source.dead:
            return ""
        day = self.language.day(source.dead)
        return self.string("source-archived", date=day) if source.archived else self.string("source-dead", date=day)

    def articles(self, page: str, numbers: list[int]) -> list[dict[str, str]]:
        """Articles of the Convention by number, each with a link to its page."""
        return [
            {
                "text": self.string("article", n=number),
                "href": self.href(page, self.dataset.get("articles", ARTICLE_ID.format(number))),
            }
            for number in numbers
        ]

    def mentions(self, page: str, record: Record, *without: str) -> list[dict[str, Any]]:
        """Who mentions a record, as ``related()`` takes it: a group for each collection but those ``without``.

        Gaps stand apart on every page.
        """
        return [
            {"heading": self.string(f"collection-{name}"), "items": [self.link(page, one) for one in found]}
            for name, found in self.dataset.mentioned_by(record).items()
            if name not in (*without, "gaps")
        ]

    def guidance(self, page: str, record: Record) -> list[dict[str, Any]]:
        """Links to the guidance that names a theme or an article, each with the kind of guidance it is."""
        found = guidance_on(self.dataset, record)
        return [self.link(page, one, note=self.string(f"guidance-{name}")) for name, one in found]

    def laws(self, page: str, references: list[LawRef]) -> list[dict[str, Any]]:
        """Rules in Norwegian acts, as the components take them: act, section, day, changes, successor."""
        return [self._law(page, reference) for reference in references]

    def _law(self, page: str, reference: LawRef) -> dict[str, Any]:
        law = self._act(page, reference.law, reference.section, reference.status, reference.as_of)
        successor = reference.successor
        return law | {
            "changes": self.language.pick(reference.changes) if reference.changes else "",
            "successor": self._act(page, successor.law, successor.section) if successor else None,
        }

    def _act(
        self, page: str, law: str, section: str | None, status: str | None = None, day: str | None = None
    ) -> dict[str, Any]:
        act: Instrument = self.dataset.get("instruments", law)
        status = status or act.status or ""
        read = day or (read_on(status) if status else "")
        return {
            "act": self.link(page, act),
            "section": self.language.typeset(section or ""),
            "url": act.url,
            "read": self.language.day(read) if read else "",
            "in_force": "not-in-force" not in status,
            "entry": self.language.pick(act.entry_into_force) if act.entry_into_force else "",
        }

    def cycles(self, page: str, thread: Any, current: str = "") -> list[dict[str, Any]]:
        """A thread over all reviews by the Committee on the Rights of the Child: raised, repeated, or not found."""
        row = charts.thread_by_cycle(self.dataset, thread)
        steps, before = [], False
        for document, count in zip(charts.cycles(self.dataset), row.counts, strict=True):
            found = count.records
            this = any(recommendation.id == current for recommendation in found)
            word = "none" if not found else "this" if this else "repeated" if before else "raised"
            before = before or bool(found)
            steps.append(
                {
                    "year": document.year,
                    "document": document,
                    "count": count,
                    "state": "this" if this else "raised" if found else "none",
                    "urgent": bool(count.urgent),
                    "word": self.string(f"cycle-{word}"),
                    "href": self.href(page, found[0]) if found and not this else "",
                }
            )
        return steps

    def render(self, template: str, page: str, **values: Any) -> str:
        """A template as HTML for a page. Blank lines go, so that Markdown keeps the HTML as one block."""
        on_page = {
            name: partial(getattr(self, name), page)
            for name in (
                "href",
                "link",
                "group",
                "cite",
                "cite_id",
                "articles",
                "laws",
                "mentions",
                "guidance",
                "cycles",
                "explorer",
                "europe",
                "data_file",
                "open_data",
            )
        }
        html = self.environment.get_template(template).render(on_page, page=page, **values)
        return "\n".join(line for line in html.splitlines() if line.strip())

    def explorer(self, page: str, name: str) -> dict[str, Any]:
        """What ``explorer.html`` needs for a faceted list."""
        return build_explorer(self.dataset, self.language, self.string, name, partial(self.href, page))

    def europe(self, page: str) -> dict[str, Any]:
        """What ``europe.html`` needs for the map of offices. The page is the one that lists them."""
        return build_europe(self.dataset, self.language, self.string, page)

    def listing(self, name: str, page: str) -> str:
        """A list that stands on a page of its own: ``templates/lists/<name>.html``."""
        return self.render(f"lists/{name}.html", page)

    def record(self, collection: str, id_: str, page: str) -> str:
        """A record's page: ``templates/records/<collection>.html``. Raises KeyError for an unknown record."""
        record = self.dataset.get(collection, id_)
        return self.render(
            f"records/{collection}.html",
            page,
            r=record,
            gaps=self.dataset.mentioning(record, "gaps"),
            cite_as=self.root + self.dataset.address(record),
            edit=self.edit + self.dataset.entry(record).file.name,
        )
