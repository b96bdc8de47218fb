"""Finding pages, writing rows, and a run over many pages."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path

import pytest

import corpusclean
from corpusclean.corpus.readers import find_pages
from corpusclean.corpus.run import Summary, run
from corpusclean.corpus.writers import JsonLines, encode_row
from corpusclean.errors import InputError

TEXT = "第{}页：街上的人又多了起来，卖菜的也回来了。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    for name in ("b.txt", "a.TXT", "sub/c.html", ".hidden.txt", ".git/d.txt", "notes.json", "x.expected.json"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(name), "utf-8")
    return folder


class TestFindPages:
    def test_a_folder_gives_its_pages_in_order(self, folder: Path) -> None:
        assert [page.path.name for page in find_pages([folder])] == ["a.TXT", "b.txt", "c.html"]

    def test_the_name_tells_the_kind(self, folder: Path) -> None:
        assert {page.path.suffix: page.kind for page in find_pages([folder])} == {
            ".TXT": "auto",
            ".txt": "auto",
            ".html": "html",
        }

    def test_a_page_named_twice_is_one(self, folder: Path) -> None:
        assert len(find_pages([folder / "b.txt", folder, folder / "b.txt"])) == 3

    def test_a_folder_may_end_like_a_page(self, tmp_path: Path) -> None:
        (tmp_path / "all.txt").mkdir()
        (tmp_path / "all.txt" / "one.txt").write_text("正文。", "utf-8")
        assert [page.path.name for page in find_pages([tmp_path])] == ["one.txt"]

    @pytest.mark.parametrize(("name", "says"), [("gone.txt", "no such file"), ("notes.json", "not known as a page")])
    def test_what_is_no_page_is_refused(self, folder: Path, name: str, says: str) -> None:
        with pytest.raises(InputError, match=says):
            find_pages([folder / name])


class TestJsonLines:
    def test_the_file_appears_when_it_is_whole(self, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        with JsonLines(out) as rows:
            rows.write({"text": "正文。"})
            assert not out.exists()
        assert out.read_text("utf-8") == '{"text": "正文。"}\n'
        assert list(tmp_path.iterdir()) == [out]

    def test_an_error_leaves_the_old_file(self, tmp_path: Path) -> None:
        out = tmp_path / "out.jsonl"
        out.write_text("old", "utf-8")
        with pytest.raises(TypeError), JsonLines(out) as rows:
            rows.write({"text": object()})
        assert out.read_text("utf-8") == "old"
        assert list(tmp_path.iterdir()) == [out]

    def test_lazy_writes_nothing_without_rows(self, tmp_path: Path) -> None:
        with JsonLines(tmp_path / "out.jsonl", lazy=True):
            pass
        assert list(tmp_path.iterdir()) == []

    def test_a_lone_surrogate_is_written_and_reads_back(self) -> None:
        row = {"text": "坏\ud800字"}
        assert json.loads(encode_row(row)) == row
        encode_row(row).decode("utf-8")

    def test_a_row_is_one_line(self) -> None:
        assert encode_row({"text": "一\n二\u2028三"}).count(b"\n") == 1


class TestRun:
    def test_rows_are_the_articles_in_order(self, folder: Path, tmp_path: Path) -> None:
        pages = find_pages([folder])
        seen: list[int] = []
        summary = run(
            pages, tmp_path / "o.jsonl", cleaner=corpusclean.Cleaner(), watch=lambda state: seen.append(state.pages)
        )
        rows = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text("utf-8").splitlines()]
        assert [row["id"] for row in rows] == [page.id for page in pages]
        assert corpusclean.Article.from_dict(rows[1]) == corpusclean.clean(pages[1].read())
        assert seen == [1, 2, 3]
        assert (summary.pages, summary.written, summary.set_aside) == (3, 3, 0)
        assert summary.size == sum(len(page.read()) for page in pages)

    def test_workers_change_nothing(self, folder: Path, tmp_path: Path) -> None:
        pages = find_pages([folder])
        for workers in (1, 2):
            run(pages, tmp_path / f"{workers}.jsonl", cleaner=corpusclean.Cleaner(), workers=workers)
        assert (tmp_path / "1.jsonl").read_bytes() == (tmp_path / "2.jsonl").read_bytes()

    def test_a_page_that_fails_is_kept_with_its_bytes(self, folder: Path, tmp_path: Path) -> None:
        class Choosy(corpusclean.Cleaner):
            def clean(self, page: object, **options: object) -> corpusclean.Article:  # type: ignore[override]
                if b"b.txt" in page:  # type: ignore[operator]
                    raise RecursionError("too deep")
                return super().clean(page, **options)  # type: ignore[arg-type]

        summary = run(find_pages([folder]), tmp_path / "o.jsonl", cleaner=Choosy())
        assert (summary.pages, summary.written, summary.set_aside) == (3, 2, 1)
        failed = json.loads((tmp_path / "o.jsonl.quarantine").read_text("utf-8"))
        assert (failed["step"], failed["error"]) == ("clean", "RecursionError: too deep")
        assert b64decode(failed["data"]) == (folder / "b.txt").read_bytes()

    def test_failures_of_an_earlier_run_do_not_linger(self, folder: Path, tmp_path: Path) -> None:
        (tmp_path / "o.jsonl.quarantine").write_text("old", "utf-8")
        run(find_pages([folder]), tmp_path / "o.jsonl", cleaner=corpusclean.Cleaner())
        assert not (tmp_path / "o.jsonl.quarantine").exists()


def test_summary_starts_empty() -> None:
    assert Summary() == Summary(0, 0, 0, 0, 0, 0.0)
