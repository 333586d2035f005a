"""The empty forms open in another program than ours, and ask what the pages ask."""

import pytest
from odfdo import Document
from shared import LANGUAGE

from macros.language import LANGUAGES

pytestmark = pytest.mark.site


@LANGUAGE
def test_an_empty_form_opens_and_asks_everything(folder, dataset, language):
    pick = LANGUAGES[language].pick
    for worksheet in dataset.all("worksheets"):
        document = Document(folder / language / dataset.address(worksheet) / f"{worksheet.id}.odt")
        assert document.get_type() == "text", worksheet.id
        title, *asked = [str(heading).strip() for heading in document.body.headers]
        assert title == pick(worksheet.title)
        assert asked == [f"{n}. {pick(field.title)}" for n, field in enumerate(worksheet.fields, 1)], worksheet.id
        tables = [field for field in worksheet.fields if field.type == "table"]
        for table, field in zip(document.body.tables, tables, strict=True):
            assert table.get_values()[0] == LANGUAGES[language].words(field.columns), worksheet.id
            assert document.get_style("table-column", table.columns[0].style), worksheet.id


@LANGUAGE
def test_the_empty_checklist_opens_and_holds_every_requirement(folder, dataset, language):
    document = Document(folder / language / "norwegian-model/setting-up/checklist.odt")
    headings = " ".join(str(heading) for heading in document.body.headers)
    missing = [one.id for one in dataset.all("requirements") if LANGUAGES[language].pick(one.title) not in headings]
    assert not missing
