"""Finding sources, splitting them, reading rows and writing whole files."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from pathlib import Path

import pytest

from corpusclean.corpus import units
from corpusclean.corpus.columns import article_column, find_column
from corpusclean.corpus.config import as_toml, read_config
from corpusclean.corpus.readers import Source, find_sources
from corpusclean.corpus.rows import rows
from corpusclean.corpus.streams import compressing, need, open_in
from corpusclean.corpus.units import Unit, split, state
from corpusclean.corpus.writers import JsonLines, encode_row, whole
from corpusclean.errors import InputError, OptionError

TEXT = "第{}页：街上的人又多了起来，卖菜的也回来了。"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    names = ("b.txt", "a.TXT", "sub/c.html", ".hidden.txt", ".git/d.txt", "notes.json", "x.pdf", "d.jsonl.gz")
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(name), "utf-8")
    return folder


class TestFindSources:
    def test_a_folder_gives_its_pages_in_order(self, folder: Path) -> None:
        assert [source.path.name for source in find_sources([folder])] == ["a.TXT", "b.txt", "d.jsonl.gz", "c.html"]

    def test_the_name_tells_format_and_kind(self, folder: Path) -> None:
        assert {source.path.name: (source.format, source.kind) for source in find_sources([folder])} == {
            "a.TXT": ("page", "auto"),
            "b.txt": ("page", "auto"),
            "c.html": ("page", "html"),
            "d.jsonl.gz": ("jsonl", "auto"),
        }

    def test_a_page_named_twice_is_one(self, folder: Path) -> None:
        assert len(find_sources([folder / "b.txt", folder, folder / "b.txt"])) == 4

    def test_a_folder_may_end_like_a_page(self, tmp_path: Path) -> None:
        (tmp_path / "all.txt").mkdir()
        (tmp_path / "all.txt" / "one.txt").write_text("正文。", "utf-8")
        assert [source.path.name for source in find_sources([tmp_path])] == ["one.txt"]

    @pytest.mark.parametrize("mine", ["out.jsonl", "out.jsonl.work/a.txt", "out.jsonl.quarantine"])
    def test_the_output_of_a_run_is_not_its_input(self, folder: Path, mine: str) -> None:
        (folder / mine).parent.mkdir(exist_ok=True)
        (folder / mine).write_text("{}", "utf-8")
        assert len(find_sources([folder], output=folder / "out.jsonl")) == 4

    @pytest.mark.parametrize(("name", "says"), [("gone.txt", "no such file"), ("x.pdf", "of no known format")])
    def test_what_is_no_source_is_refused(self, folder: Path, name: str, says: str) -> None:
        with pytest.raises(InputError, match=says):
            find_sources([folder / name])


class TestUnits:
    @pytest.fixture
    def lines(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Source:
        monkeypatch.setattr(units, "SMALLEST", 50)
        path = tmp_path / "a.jsonl"
        path.write_bytes(b"".join(b'{"n": %d, "x": "%s"}\n' % (n, b"y" * (n * 7 % 90)) for n in range(200))[:-1])
        return Source(path, "jsonl")

    def test_byte_ranges_hold_each_line_once_and_in_order(self, lines: Source) -> None:
        found = split([lines])
        assert len(found) > 50
        assert [json.loads(raw.data)["n"] for unit in found for raw in rows(unit)] == list(range(200))

    def test_a_line_that_ends_at_a_border_is_read_once(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(b"1\n2\n3\n4\n")
        source = Source(path, "jsonl")
        for cut in range(1, 8):
            parts = (Unit(0, (source,), 0, cut), Unit(1, (source,), cut, 8))
            assert [raw.data for part in parts for raw in rows(part)] == [b"1\n", b"2\n", b"3\n", b"4\n"], cut

    def test_compressed_lines_are_one_unit(self, lines: Source) -> None:
        packed = lines.path.with_name("a.jsonl.gz")
        packed.write_bytes(gzip.compress(lines.path.read_bytes()))
        (unit,) = split([Source(packed, "jsonl")])
        assert len(list(rows(unit))) == 200

    def test_page_files_are_grouped_and_keep_their_place(self, tmp_path: Path) -> None:
        sources = [Source(tmp_path / f"{n}.txt", "page") for n in range(70)]
        sources.insert(40, Source(tmp_path / "t.csv", "csv"))
        found = split(sources)
        assert [source for unit in found for source in unit.sources] == sources
        assert [unit.number for unit in found] == list(range(len(found)))
        assert max(len(unit.sources) for unit in found) == units.PAGES

    def test_state_changes_with_the_file(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        source = Source(path, "page")
        states = [state(source)]
        for content in ("正文。", "正文！", "正文！" * 50_000, "正文！" * 50_000 + "尾"):
            path.write_text(content, "utf-8")
            states.append(state(source))
        assert len(set(states)) == 5
        assert state(source) == states[-1]


class TestStreams:
    @pytest.mark.parametrize(
        ("suffix", "pack"), [(".gz", gzip.compress), (".bz2", bz2.compress), (".xz", lzma.compress), ("", bytes)]
    )
    def test_reads_what_others_compressed(self, tmp_path: Path, suffix: str, pack: type[bytes]) -> None:
        path = tmp_path / f"a.txt{suffix}"
        path.write_bytes(pack("正文。".encode()))
        with open_in(path) as file:
            assert file.read().decode() == "正文。"

    @pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz", ".zst"])
    def test_what_is_written_reads_back_and_is_the_same_twice(self, tmp_path: Path, suffix: str) -> None:
        if suffix == ".zst":
            pytest.importorskip("zstandard")
        data = []
        for name in ("one", "two"):
            path = tmp_path / (name + suffix)
            with path.open("wb") as file, compressing(file, suffix) as stream:
                stream.write("正文。".encode() * 1000)
            with open_in(path) as file:
                assert file.read().decode() == "正文。" * 1000
            data.append(path.read_bytes())
        assert data[0] == data[1]
        assert len(data[0]) < 1000

    def test_a_zstd_file_of_two_frames_and_one_that_was_cut(self, tmp_path: Path) -> None:
        zstandard = pytest.importorskip("zstandard")
        path = tmp_path / "a.jsonl.zst"
        frames = zstandard.compress(b"one\n" * 9) + zstandard.compress(bytes(range(256)) * 99)
        path.write_bytes(frames)
        with open_in(path) as file:
            assert file.read() == b"one\n" * 9 + bytes(range(256)) * 99
        path.write_bytes(frames[:-3])
        with open_in(path) as file, pytest.raises(EOFError, match="ends before its end"):
            file.read()

    def test_a_missing_package_names_the_extra(self) -> None:
        with pytest.raises(OptionError, match=r"reading x needs no_such: pip install 'corpusclean\[corpus\]'"):
            need("no_such.part", "reading x")


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

    def test_whole_leaves_the_old_file_too(self, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.write_text("old", "utf-8")
        with pytest.raises(TypeError), whole(out) as file:
            file.writelines([b"new", None])  # type: ignore[list-item]
        assert [(path.name, path.read_text("utf-8")) for path in tmp_path.iterdir()] == [("out", "old")]

    def test_a_lone_surrogate_is_written_and_reads_back(self) -> None:
        row = {"text": "坏\ud800字"}
        assert json.loads(encode_row(row)) == row
        encode_row(row).decode("utf-8")

    def test_a_row_is_one_line(self) -> None:
        assert encode_row({"text": "一\n二\u2028三"}).count(b"\n") == 1


class TestColumns:
    def test_text_comes_before_html(self) -> None:
        assert find_column(["html", "body", "text"]) == "text"

    def test_a_given_column_is_the_only_one(self) -> None:
        with pytest.raises(InputError, match="no column page; there are: text"):
            find_column(["text"], "page")

    def test_an_article_column_of_the_source_is_left_alone(self) -> None:
        assert article_column({"article": {"rules_version": "x"}}) == "article"
        assert article_column({"article": None}) == "corpusclean_article"


class TestConfig:
    def test_what_is_written_reads_back(self, tmp_path: Path) -> None:
        options = {"script": "hans", "sample": 0.5, "force": False, "rules": ["规则.toml", 'a"b\\c', "𠀀"], "limit": 3}
        path = tmp_path / "c.toml"
        path.write_text(as_toml(options), "utf-8")
        assert read_config(path) == options

    def test_a_broken_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "c.toml").write_text("script = ", "utf-8")
        with pytest.raises(OptionError, match=r"c\.toml"):
            read_config(tmp_path / "c.toml")
