"""The counts: right whatever is written when, the same in any order, and there again after a process died."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from corpusclean.errors import OptionError
from corpusclean.learning import store as module
from corpusclean.learning.groups import group_of, slug_of
from corpusclean.learning.store import SAMPLE, Store
from corpusclean.learning.templates import LONGEST, NAME, is_pure, templates
from tests.unit.learned_sites import bodies, site


def filled(pages: list[str], path: Path | None = None, name: str = "a.example") -> Store:
    store = Store(path)
    for page in pages:
        store.add(name, page)
    store.commit()
    return store


def test_pages_are_counted_once_for_each_template() -> None:
    store = filled(["第1页\n第2页\n甲", "第3页\n乙", "第3页\n乙", "丙"])
    (group,) = store.groups()
    assert (group.pages, group.again) == (3, 1)
    assert store.pages_with(group, "第0页") == 2
    assert store.pages_with(group, "丁") == 0


def test_writing_in_between_changes_no_count(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = site(40)
    whole = filled(pages)
    monkeypatch.setattr(module, "_GATHERED", 10)
    parts = filled(pages)
    for line in {line for page in pages for line in templates(page)}:
        assert whole.pages_with(whole.groups()[0], line) == parts.pages_with(parts.groups()[0], line)


def test_the_sample_is_the_same_in_any_order_and_no_larger_than_said() -> None:
    pages = site(49)
    forward, backward = filled(pages), filled(pages[::-1])
    samples = [list(store.sample(store.groups()[0])) for store in (forward, backward)]
    assert samples[0] == samples[1]
    assert len(samples[0]) == SAMPLE
    assert set(samples[0]) <= set(pages)


def test_of_a_long_page_the_ends_are_looked_at() -> None:
    store = filled(["\n".join(["开头", *map(str, range(20_000)), "结尾"])])
    (text,) = store.sample(store.groups()[0])
    assert text.startswith("开头\n")
    assert text.endswith("\n结尾")
    assert len(text) < 31_000


def test_what_is_rare_is_forgotten_when_there_is_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_GATHERED", 50)
    monkeypatch.setattr(module, "_ROWS", 200)
    store = Store()
    for number in range(400):
        store.add("a.example", f"站名\n这一行只在这一页上{chr(0x4E00 + number)}\n版权页")
    store.commit()
    group = store.groups()[0]
    assert store.pages_with(group, "站名") == 400
    with_it = sum(store.pages_with(group, f"这一行只在这一页上{chr(0x4E00 + number)}") for number in range(400))
    assert with_it < 300


def test_a_file_of_the_same_plan_is_gone_on_with(tmp_path: Path) -> None:
    path = tmp_path / "counts"
    store = Store.for_plan(path, "plan")
    store.add("a.example", "甲乙")
    store.commit([3])
    store.add("a.example", "丙丁")  # never committed: the process dies
    store.close()
    again = Store.for_plan(path, "plan")
    assert again.done() == {3}
    (group,) = again.groups()
    assert (group.pages, again.pages_with(group, "甲乙"), again.pages_with(group, "丙丁")) == (1, 1, 0)
    again.close()
    other = Store.for_plan(path, "another plan")
    assert (other.groups(), other.done()) == ([], set())
    other.close()


def test_two_calls_do_not_write_into_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connect = sqlite3.connect
    monkeypatch.setattr(module.sqlite3, "connect", lambda *given, **named: connect(*given, **{**named, "timeout": 0}))
    first = Store.for_plan(tmp_path / "counts", "plan")
    with pytest.raises(OptionError, match="another call"):
        Store.for_plan(tmp_path / "counts", "plan")
    first.close()


def test_a_file_of_another_kind_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "counts"
    path.write_text("no database, but long enough to be read as one " * 50, "utf-8")
    store = Store.for_plan(path, "plan")
    assert store.groups() == []
    store.close()


@pytest.mark.parametrize(
    ("line", "template"),
    [
        ("浏览：１０次", "浏览:１０次"),  # full-width digits are their own template, and rare
        ("2024-03-05　12:30", "0-0-0 0:0"),
        ("编辑：王小明", f"编辑:{NAME}"),
        ("编辑: 王小明 校对：李大文", f"编辑: {NAME} 校对:{NAME}"),
        ("他说：这句话有许多字，不是名字", "他说:这句话有许多字，不是名字"),
        ("  缩进  两格 ", "缩进 两格"),
        ("a\x01b", "a b"),
        ("字" * (LONGEST + 1), ""),
        ("0" * 1001, "0"),
    ],
)
def test_templates(line: str, template: str) -> None:
    assert templates(line) == [template]


@pytest.mark.parametrize(
    ("template", "pure"),
    [("0年0月0日", True), ("0-0-0 0:0", True), ("----", True), ("第0期", True), ("阅读0次", False)],
)
def test_dates_and_rules_say_nothing(template: str, pure: bool) -> None:
    assert is_pure(template) is pure


def test_hosts_make_groups_and_www_does_not() -> None:
    store = Store()
    assert group_of("https://www.Dukou.example/1.html", "", store) == "dukou.example"
    assert group_of("https://news.dukou.example/1.html", "", store) == "news.dukou.example"
    assert group_of("http://[broken", "一行字在这里", store).startswith("like:")


def test_a_link_that_two_sites_share_does_not_make_them_one() -> None:
    store = Store()
    texts = [
        f"{name}\n{body}\n一篇两家都登的文章题目\n{name}编辑部"
        for name, body in zip(["渡口夜话", "青石乡讯", "渡口夜话", "青石乡讯"], bodies(4), strict=True)
    ]
    groups = [group_of(None, text, store) for text in texts]
    assert groups[0] == groups[2] != groups[1] == groups[3]


def test_ids_of_other_hosts_are_others() -> None:
    hosts = ["a-b.example", "a.b.example", "a.b-example", "渡口.example", "渡头.example", "like:00ff"]
    assert len({slug_of(host) for host in hosts}) == len(hosts)
