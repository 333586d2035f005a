"""overrides/README.md tells designers the truth: tokens, contrasts, classes, macros, pictures."""

import re

import pytest

PAGE = "overrides/README.md"
LEAST = {"line": 3.0, "focus": 3.0, "hair": 0.0}
"""Contrast that a colour needs where it is not text."""
TEXT = 4.5


@pytest.fixture(scope="module")
def page(pytestconfig):
    return (pytestconfig.rootpath / PAGE).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def styles(pytestconfig):
    files = (pytestconfig.rootpath / "overrides/assets/css").glob("*.css")
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.fixture(scope="module")
def colours(styles):
    """The tokens that are colours: {name: (light, dark)}."""
    return {name: (light, dark) for name, light, dark in re.findall(r"--(\w+): light-dark\((#\w+), (#\w+)\)", styles)}


def luminance(colour):
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """As WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def on(ground, colour):
    return tuple(contrast(*pair) for pair in zip(ground, colour, strict=True))


def test_the_table_of_colours_says_what_the_sheet_says(page, colours):
    rows = re.findall(r"^\| `--(\w+)` \| `(#\w+)` \| `(#\w+)` \| [^|]+ \|([^|]*)\|([^|]*)\|$", page, re.MULTILINE)
    assert {name: (light, dark) for name, light, dark, _, _ in rows} == colours
    for name, *_, paper, surface in rows:
        if name in {"paper", "surface"}:
            continue
        for ground, told in (("paper", paper), ("surface", surface)):
            measured = on(colours[ground], colours[name])
            assert told.strip() == " / ".join(f"{figure:.1f}" for figure in measured), (name, ground)


def test_every_colour_has_the_contrast_it_needs(colours):
    for name in colours.keys() - {"paper", "surface"}:
        for ground in ("paper", "surface"):
            assert min(on(colours[ground], colours[name])) >= LEAST.get(name, TEXT), (name, ground)


def test_browsers_without_two_schemes_get_the_light_one(styles, colours):
    plain = dict(re.findall(r"--(\w+): (#\w+);", styles))
    assert plain == {name: light for name, (light, _) in colours.items()}


def test_every_class_and_token_that_is_named_exists(page, styles, pytestconfig):
    templates = "".join(
        file.read_text(encoding="utf-8") for file in (pytestconfig.rootpath / "macros/templates").rglob("*.html")
    )
    for name in re.findall(r"`\.([a-z-]+)`", page):
        assert re.search(rf"\.{name}\b(?!-)", styles) or f'class="{name}"' in templates, name
    for token in re.findall(r"`(--[\w-]+)`", page):
        assert f"{token}:" in styles, token


def test_every_macro_that_is_named_exists_and_every_component_is_named(page, pytestconfig):
    text = (pytestconfig.rootpath / "macros/templates/components.html").read_text(encoding="utf-8")
    assert set(re.findall(r"`(\w+)\(\)`", page)) == set(re.findall(r"{%-? macro (\w+)\(", text))


def test_every_file_that_is_linked_exists_and_every_picture_is_shown(page, pytestconfig):
    folder = (pytestconfig.rootpath / PAGE).parent
    links = {(folder / link).resolve() for link in re.findall(r"\]\(([^)#]+)\)", page)}
    assert not [str(link) for link in links if not link.is_file()]
    pictures = (pytestconfig.rootpath / ".github/images/design").iterdir()
    assert {link for link in links if link.suffix == ".webp"} == {picture.resolve() for picture in pictures}
    sheets = (pytestconfig.rootpath / "overrides/assets/css").iterdir()
    assert {link for link in links if link.suffix == ".css"} == {sheet.resolve() for sheet in sheets}
