"""Both languages are equals, and neither shows in the other, unless the page says which language it is."""

import re

import pytest
import yaml
from pydantic import BaseModel
from shared import squeeze

from macros.language import LANGUAGES
from macros.model.base import Text

pytestmark = pytest.mark.site

TWIN = {"nb": "en", "en": "nb"}
ATTRIBUTES = "//@aria-label|//@title|//@alt|//@placeholder|//@data-remove|//@data-label"
# Words that stand for something else on a page of the other language: a name, a figure of speech, a word of the data.
ALSO_IN_THE_OTHER = {
    "nb": set(),
    "en": {
        "Barneombudet"
    },  # the Norwegian page is called by the institution's name, and so is the institution in English
}


def texts_of(model):
    """Every pair of texts in a record, at any depth."""
    if isinstance(model, Text):
        yield model
    elif isinstance(model, BaseModel):
        for name in type(model).model_fields:
            yield from texts_of(getattr(model, name))
    elif isinstance(model, list):
        for item in model:
            yield from texts_of(item)


@pytest.fixture(scope="module")
def words(dataset, root):
    """The words of the interface, from the data and from the configuration: [{nb, en}]."""
    configured = {
        "nb": yaml.safe_load((root / "mkdocs.yml").read_text(encoding="utf-8"))["extra"]["strings"],
        "en": yaml.safe_load((root / "mkdocs.en.yml").read_text(encoding="utf-8"))["extra"]["strings"],
    }
    pairs = [{"nb": pair.nb, "en": pair.en} for pair in dataset.interface.values()]
    pairs += [{"nb": configured["nb"][key], "en": configured["en"][key]} for key in configured["nb"]]
    return pairs


@pytest.fixture(scope="module")
def shown(site):
    """What each language shows: {language: {text: a page it stands on}}, without what is marked as another language."""
    found = {"nb": {}, "en": {}}
    for page in site:
        for text, lang in page.texts:
            if lang == page.language:
                found[page.language].setdefault(text, page.name)
        for text in page.tree.xpath(ATTRIBUTES):
            found[page.language].setdefault(squeeze(text), page.name)
    return found


@pytest.mark.parametrize("language", TWIN)
def test_no_word_of_the_interface_shows_in_the_other_language(language, words, shown, dataset):
    other = TWIN[language]
    own = {pair[language] for pair in words}
    own |= {getattr(text, language) for entry in dataset.entries.values() for text in texts_of(entry.record)}
    strange = {squeeze(pair[other]) for pair in words} - own - ALSO_IN_THE_OTHER[other]
    strange |= {f"{word[:1].upper()}{word[1:]}" for word in strange} - own
    plain = {word for word in strange if "{" not in word}
    filled = [
        re.compile(re.sub(r"\\{\w+\\}", r"[^,]{1,60}", re.escape(word)))
        for word in strange - plain
        if len(re.sub(r"\{\w+\}|[^\w]", "", word)) > 2
    ]
    own_filled = [re.compile(re.sub(r"\\{\w+\\}", "[^,]{1,60}", re.escape(word))) for word in own if "{" in word]
    broken = []
    for text, page in shown[language].items():
        if text in plain or (
            any(form.fullmatch(text) for form in filled) and not any(form.fullmatch(text) for form in own_filled)
        ):
            broken.append(f"{page}: {text}")
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("language", TWIN)
def test_no_sentence_of_the_interface_hides_in_a_text_of_the_other_language(language, words, site):
    other = TWIN[language]
    sentences = {squeeze(pair[other]) for pair in words if pair["nb"] != pair["en"] and len(pair[other]) > 25}
    sentences = {sentence for sentence in sentences if "{" not in sentence}
    assert len(sentences) > 60
    broken = []
    for page in site.language(language).values():
        said = " ".join(text for text, lang in page.texts if lang == language)
        broken += [f"{page.name}: {sentence}" for sentence in sentences if sentence in said]
    assert not broken, "\n".join(broken)


@pytest.mark.parametrize("language", TWIN)
def test_no_text_of_the_data_shows_in_the_other_language(language, dataset, shown):
    other, typeset = TWIN[language], LANGUAGES[TWIN[language]].typeset
    pairs = [text for entry in dataset.entries.values() for text in texts_of(entry.record)]
    own = {squeeze(getattr(pair, language)) for pair in pairs}
    strange = {squeeze(typeset(getattr(pair, other))) for pair in pairs} - own - ALSO_IN_THE_OTHER[other]
    strange |= {f"{text[:1].upper()}{text[1:]}" for text in strange}
    assert len(strange) > 1_000
    broken = [f"{page}: {text}" for text, page in shown[language].items() if text in strange - own]
    assert not broken, "\n".join(broken)


def test_a_record_page_says_everything_in_its_own_language_and_nothing_in_the_other(dataset, site):
    broken = []
    for entry in dataset.entries.values():
        if not entry.collection.has_pages:
            continue
        for language, other in TWIN.items():
            page = site.page(language, dataset.address(entry.record))
            said = " ".join(text for text, lang in page.texts if lang == language)
            for pair in texts_of(entry.record):
                strange = squeeze(getattr(pair, other))
                if pair.nb != pair.en and len(strange) > 25 and strange in said:
                    broken.append(f"{page.name}: {strange[:100]}")
    assert not broken, "\n".join(broken)


def test_titles_of_sources_say_which_language_they_are_in(dataset, site):
    titles = {}
    for source in dataset.all("sources"):
        titles.setdefault(squeeze(source.title), set()).add(source.lang.partition("/")[0])
    broken, seen = [], 0
    for page in site:
        for cite in page.tree.xpath("//cite"):
            seen += 1
            title = squeeze(cite.text_content())
            if cite.get("lang") not in titles.get(title, ()):
                broken.append(f"{page.name}: {title[:80]} is marked as {cite.get('lang')}")
    assert not broken, "\n".join(broken)
    assert seen > 1_400


def test_only_known_languages_are_named(site):
    """As registered: those of the site, of sources and of institutions; empty where a place in a source tells none."""
    broken = [
        f"{page.name}: {lang}"
        for page in site.all.values()
        for lang in set(page.tree.xpath("//@lang|//@hreflang"))
        if not re.fullmatch(r"([a-z]{2}|x-default)?", lang)
    ]
    assert not broken, "\n".join(broken)


def test_names_of_institutions_in_their_own_language_stand_on_both_pages(dataset, site):
    broken = [
        page.name
        for member in dataset.all("members")
        for page in (site.page("nb", dataset.address(member)), site.page("en", dataset.address(member)))
        if member.institution.native and not page.says(member.institution.native)
    ]
    assert not broken, "\n".join(broken)
