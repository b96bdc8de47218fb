"""The pipeline as a table of contents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpusclean.document import Change, Document
from corpusclean.errors import OptionError
from corpusclean.options import Options
from corpusclean.pipeline import Pipeline, build
from corpusclean.stage import finding


@finding
def shout(doc: Document) -> list[Change]:
    return [Change(len(doc.text), len(doc.text), "！", "demo:shout")] if not doc.text.endswith("！") else []


def names(**options: str) -> tuple[str, ...]:
    return build(replace(Options(), **options)).names  # type: ignore[arg-type]


def test_order_of_the_parts() -> None:
    """Text is repaired before rules see it, judged before it is removed, and written one way at the end."""
    stages = ("undo_misreading", "remove_annotations", "cut_debris", "label_debris", "judge_lines", "read_metadata")
    order = [names().index(name) for name in (*stages, "drop_labelled", "tidy_layout")]
    assert order == sorted(order)
    assert order[-1] == len(names()) - 1


def test_names_are_unique() -> None:
    assert len(set(names())) == len(names())


def test_every_stage_says_what_it_does() -> None:
    assert [stage.__name__ for stage in build(Options()) if not stage.__doc__] == []


@pytest.mark.parametrize(
    ("options", "without"),
    [
        ({"caution": "high"}, "judge_lines"),
        ({"punctuation": "keep"}, "unify_punctuation"),
        ({"debris": "label"}, "drop_labelled"),
    ],
)
def test_options_take_stages_out(options: dict[str, str], without: str) -> None:
    assert without in names()
    assert without not in names(**options)


@pytest.mark.parametrize(("captions", "stage"), [("inline", "keep_captions"), ("drop", "drop_captions")])
def test_options_put_stages_in(captions: str, stage: str) -> None:
    assert stage not in names()
    assert stage in names(captions=captions)


def test_after_and_without() -> None:
    pipeline = Pipeline((shout,))
    assert pipeline(Document.of("好")).text == "好！"
    assert pipeline.without("shout").names == ()
    longer = build(Options()).after("unify_line_breaks", shout).names
    assert longer[longer.index("unify_line_breaks") + 1] == "shout"
    assert len(longer) == len(names()) + 1
    assert build(Options()).after("tidy_layout", shout, shout).names[-2:] == ("shout", "shout")


def test_the_original_is_not_changed() -> None:
    pipeline = build(Options())
    before = pipeline.names
    pipeline.without("judge_lines").after("tidy_layout", shout)
    assert pipeline.names == before


def test_an_unknown_stage_is_named_with_those_there_are() -> None:
    for change in (lambda pipeline: pipeline.without("sing"), lambda pipeline: pipeline.after("sing", shout)):
        with pytest.raises(OptionError, match=r"no stage is named 'sing'; there are undo_misreading, "):
            change(build(Options()))


def test_a_second_look_honours_what_was_taken_out() -> None:
    page = Document.of("广告\n\n江边的步道昨夜被水淹了半米多深，值班人员连夜拉起警戒线，今天一早步道重新开放。")
    assert build(Options())(page).text == page.text[4:]
    assert build(Options()).without("tidy_layout")(page).text == page.text[3:]


def test_stages_of_others_run_once() -> None:
    @finding
    def bite(doc: Document) -> list[Change]:
        return [Change(0, 1, "", "demo:bite")]

    assert build(Options()).after("tidy_layout", bite)(Document.of("一二三四五")).text == "二三四五"
