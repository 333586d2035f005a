"""What a reader takes with them opens in another program than ours, with everything that was typed."""

import pytest
from odfdo import Document

pytestmark = pytest.mark.browser

FORM = "guidance/templates/best-interests-form/"
TYPED = "{n}: eight years – «with mum» æøå & <b>\nsecond line"


@pytest.mark.parametrize("language", ["nb", "en"])
def test_everything_typed_into_a_worksheet_stands_in_the_document(visit, tmp_path, language):
    with visit(f"{language}/{FORM}", locale="en-GB") as page:
        page.wait_for_selector("#keep")
        fields = page.locator(".worksheet textarea").all()
        for n, field in enumerate(fields):
            field.fill(TYPED.format(n=n))
        title = page.inner_text("h1")
        with page.expect_download() as found:
            page.click("[data-do=odt]")
        found.value.save_as(tmp_path / "form.odt")
    document = Document(tmp_path / "form.odt")
    assert document.get_type() == "text"
    assert str(document.body.headers[0]).strip() == title
    written = [str(paragraph).strip() for paragraph in document.body.paragraphs]
    assert len(fields) > 40
    assert not (missing := {TYPED.format(n=n) for n in range(len(fields))} - set(written)), missing


def test_the_tables_of_the_document_have_columns_of_equal_width(visit, tmp_path):
    with visit(f"nb/{FORM}", locale="nb-NO") as page:
        page.wait_for_selector("#keep")
        with page.expect_download() as found:
            page.click("[data-do=odt]")
        found.value.save_as(tmp_path / "form.odt")
    document = Document(tmp_path / "form.odt")
    assert [len(table.columns) for table in document.body.tables] == [4, 3]
    for table in document.body.tables:
        style = document.get_style("table-column", table.columns[0].style)
        width = style.get_properties("table-column")["style:column-width"]
        assert float(width.removesuffix("cm")) * len(table.columns) == pytest.approx(17, abs=0.1)
