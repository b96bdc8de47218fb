"""No row, however long, and no page, however hostile, takes more memory than a worker is given."""

from __future__ import annotations

import io
import json
import random
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.corpus import json_items, long_rows
from corpusclean.corpus.json_items import items
from corpusclean.corpus.limits import at_most, memory_for, resident
from corpusclean.corpus.long_rows import Pieces, in_base64
from corpusclean.corpus.readers import Source
from corpusclean.corpus.rows import Raw, rows
from corpusclean.corpus.settings import beside
from corpusclean.corpus.tables import batches
from corpusclean.corpus.units import Unit
from corpusclean.corpus.writers import TOGETHER, encode_in_pieces, encode_row
from tests.unit.test_corpus_run import go, records
from tests.unit.test_corpus_size import MOST_KILOBYTES, measured

LONG = "今天下雨，路上人少。\n" * 200_000
SHORT = [json.dumps({"id": name, "text": "正文。"}, ensure_ascii=False).encode() + b"\n" for name in ("甲", "乙")]


def whole(data: bytes | Pieces) -> bytes:
    return data if isinstance(data, bytes) else b"".join(data)


class TestLongRows:
    @pytest.fixture(autouse=True)
    def small_pieces(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(long_rows, "PIECE", 6)

    @pytest.mark.parametrize("size", range(1, 40))
    def test_a_line_is_whole_or_in_pieces(self, size: int) -> None:
        file = io.BytesIO(b"x" * size + b"\nnext\n")
        line = long_rows.line_of(file, 20)
        assert isinstance(line, Pieces) == (size + 1 > 20)
        assert whole(line) == b"x" * size + b"\n"
        assert long_rows.line_of(file, 20) == b"next\n"
        assert long_rows.line_of(file, 20) == b""

    def test_what_is_not_taken_is_read_over(self) -> None:
        file = io.BytesIO(b"x" * 100 + b"\nnext")
        line = long_rows.line_of(file, 20)
        assert isinstance(line, Pieces)
        line.skip()
        assert line.size == 101
        assert long_rows.line_of(file, 20) == b"next"

    @pytest.mark.parametrize("size", [0, 1, 19, 20, 21, 50])
    def test_all_of_a_file(self, size: int) -> None:
        found = long_rows.all_of(io.BytesIO(b"y" * size), 20)
        assert isinstance(found, Pieces) == (size > 20)
        assert whole(found) == b"y" * size


VALUES = [{"a": '"\\[]{},\n中'}, [1, [2, {}]], "x,]\\", {}, None, {"b": {"c": []}}, "\\"]


class TestItems:
    @pytest.mark.parametrize("piece", [1, 2, 3, 7, 1000])
    @pytest.mark.parametrize("most", [3, 1000])
    @pytest.mark.parametrize("style", [{}, {"indent": 1}, {"ensure_ascii": False}])
    def test_items_of_a_list(self, monkeypatch: pytest.MonkeyPatch, piece: int, most: int, style: Any) -> None:
        monkeypatch.setattr(json_items, "PIECE", piece)
        data = json.dumps(VALUES, **style).encode()
        assert [json.loads(whole(item)) for item in items(io.BytesIO(data), most)] == VALUES

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32-be"])
    def test_encodings(self, encoding: str) -> None:
        data = json.dumps(VALUES, ensure_ascii=False).encode(encoding)
        assert [json.loads(whole(item)) for item in items(io.BytesIO(data), 1000)] == VALUES

    @pytest.mark.parametrize(
        ("data", "found"),
        [
            (b' {"a": [1]} \n', [b'{"a": [1]}']),
            (b'{"a": 1}\n{"a": 2}\r\n\n{"a": 3}', [b'{"a": 1}', b'{"a": 2}', b'{"a": 3}']),
            (b'{"a": 1}{"a": 2}', [b'{"a": 1}', b'{"a": 2}']),
            (b"[]", []),
            (b"", []),
            (b'oops [{"a": 1}, bro ken]', [b"oops", b'{"a": 1}', b"bro ken"]),
        ],
    )
    def test_other_files(self, data: bytes, found: list[bytes]) -> None:
        assert list(items(io.BytesIO(data), 1000)) == found

    @pytest.mark.parametrize("data", [b'[{"a": 1}, {"b', b'[{"a": 1}', b'{"a": "1}'])
    def test_a_file_that_breaks_off_says_so(self, data: bytes) -> None:
        found = items(io.BytesIO(data), 1000)
        assert next(found) == data.split(b", ")[0].lstrip(b"[")
        with pytest.raises(ValueError, match="in the midst"):
            list(found)


class TestPieces:
    @pytest.mark.parametrize("edits", [0, 3, TOGETHER + 1, 2 * TOGETHER])
    def test_a_row_in_pieces_is_the_row(self, edits: int) -> None:
        about = {"title": None, "edits": [{"line": n, "old": "\ud800一"} for n in range(edits)], "credits": {}}
        for row in ({"id": 1, "text": "正文\udfff", "article": about}, {"text": "", **about}):
            assert json.loads(b"".join(encode_in_pieces(row))) == row
            plain = json.loads(json.dumps(row).replace("\\ud800", "").replace("\\udfff", ""))
            assert b"".join(encode_in_pieces(plain)) == encode_row(plain)

    def test_base64_of_pieces_is_that_of_the_whole(self) -> None:
        data = bytes(range(256))
        for size in (1, 2, 3, 100):
            pieces = [data[start : start + size] for start in range(0, 256, size)]
            assert b64decode(b"".join(in_base64(pieces))) == data


def as_row(name: str, text: str) -> bytes:
    return json.dumps({"id": name, "text": text}, ensure_ascii=False).encode() + b"\n"


class TestRun:
    def test_a_long_row_of_parquet(self, tmp_path: Path) -> None:
        pa = pytest.importorskip("pyarrow")
        table = pa.table({"id": ["甲", "长", "乙"], "text": ["正文。", LONG, "正文。"]})
        pytest.importorskip("pyarrow.parquet").write_table(table, tmp_path / "a.parquet")
        for name in ("o.parquet", "o.jsonl"):
            summary = go(tmp_path / "a.parquet", tmp_path / name)
            assert (summary.written, summary.set_aside) == (2, 1)
            (row,) = records(beside(tmp_path / name, "quarantine"))
            assert json.loads(b64decode(row["data"]))["text"] == LONG

    def test_rows_of_parquet_are_read_by_their_size(self, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        noise = random.Random(1)
        texts = ["".join(chr(noise.randrange(0x4E00, 0x9000)) for _ in range(40_000)) for _ in range(70)]
        pa = pytest.importorskip("pyarrow")
        parquet.write_table(pa.table({"text": texts}), tmp_path / "long.parquet")
        parquet.write_table(pa.table({"text": [text[:20] for text in texts]}), tmp_path / "short.parquet")
        for name, most in (("long", 40), ("short", 64)):
            source = Source(tmp_path / f"{name}.parquet", "parquet")
            found = [batch.num_rows for batch in batches(source, Unit(0, (source,)))]
            assert sum(found) == 70
            assert max(found) <= most
            assert (max(found) == 64) == (name == "short")

    @pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.txt", "a.csv"])
    def test_a_long_page_is_set_aside_with_its_bytes(self, tmp_path: Path, name: str) -> None:
        row = as_row("长", LONG)
        data = {
            "a.jsonl": SHORT[0] + row + SHORT[1],
            "a.json": b"[" + b",".join((SHORT[0], row, SHORT[1])) + b"]",
            "a.txt": LONG.encode(),
            "a.csv": f'id,text\n甲,正文。\n长,"{LONG}"\n乙,正文。\n'.encode(),
        }[name]
        (tmp_path / name).write_bytes(data)
        summary = go(tmp_path / name, tmp_path / "o.jsonl")
        assert [row["id"] for row in records(tmp_path / "o.jsonl")] == ([] if name == "a.txt" else ["甲", "乙"])
        aside = beside(tmp_path / "o.jsonl", "quarantine")
        kept = b"".join(b64decode(row["data"]) for row in records(aside))
        assert LONG.encode() in kept.replace(b"\\n", b"\n")
        assert summary.size >= len(LONG.encode())
        assert "--largest" in records(aside)[0]["error"]

    def test_the_quarantine_is_read_again_with_and_without_the_room(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_bytes(SHORT[0] + as_row("长", LONG) + SHORT[1])
        go(tmp_path / "a.jsonl", tmp_path / "o.jsonl")
        aside = beside(tmp_path / "o.jsonl", "quarantine")
        again = go(aside, tmp_path / "p.jsonl")
        assert (again.written, again.set_aside) == (0, 1)
        assert beside(tmp_path / "p.jsonl", "quarantine").read_bytes() == aside.read_bytes()
        (raw,) = rows(Unit(0, (Source(aside, "quarantine"),)), 10**9)
        assert json.loads(raw.data)["text"] == LONG

    def test_parts_of_a_file_with_a_long_line(self, tmp_path: Path) -> None:
        """Every line is in one part, wherever the parts begin."""
        (tmp_path / "a.jsonl").write_bytes(SHORT[0] + as_row("长", "雨" * 500) + SHORT[1] + SHORT[1])
        source = Source(tmp_path / "a.jsonl", "jsonl")
        size = source.path.stat().st_size
        for cut in range(1, size, 37):
            units = (Unit(0, (source,), 0, cut), Unit(1, (source,), cut, size))
            found = [bool(raw.error) for unit in units for raw in rows(unit, 200)]
            assert found == [False, True, False, False], cut

    def test_a_quotation_mark_without_its_other_swallows_no_more_than_a_page(self, tmp_path: Path) -> None:
        filler = "丙,正文。\n" * 50
        (tmp_path / "a.csv").write_text(f'id,text\n甲,正文。\n长,"没有完\n{filler}', "utf-8")
        found = list(rows(Unit(0, (Source(tmp_path / "a.csv", "csv"),)), 200))
        assert b"".join(raw.data for raw in found).decode().endswith(filler)
        assert found[-1].data.decode() == "丙,正文。\n"

    def test_a_page_that_takes_too_much_is_set_aside(self, tmp_path: Path) -> None:
        if not resident():
            pytest.skip("this system does not tell the size of a process")

        class Greedy(corpusclean.Cleaner):
            def clean(self, page: Any, **options: Any) -> corpusclean.Article:  # type: ignore[override]
                held = []
                while "【多】" in page:
                    held.append(bytes(1_000_000))
                return super().clean(page, **options)

        (tmp_path / "a.jsonl").write_bytes(as_row("多", "【多】") + SHORT[0])
        summary = go(tmp_path / "a.jsonl", tmp_path / "o.jsonl", Greedy())
        assert (summary.written, summary.set_aside) == (1, 1)
        (row,) = records(beside(tmp_path / "o.jsonl", "quarantine"))
        assert row["error"].startswith("MemoryError: took over ")


def test_no_limit() -> None:
    assert memory_for(0) == 0
    with at_most(0, 0):
        assert resident() >= 0


def test_a_page_of_fifty_megabytes_leaves_its_worker_small(tmp_path: Path) -> None:
    with (tmp_path / "in.jsonl").open("wb") as file:
        file.write(SHORT[0])
        file.write(as_row("长", "今天下雨，路上人少。\n" * 1_600_000))
        file.write(SHORT[1])
    done, kilobytes = measured(tmp_path, "run", "in.jsonl", "-o", "out.jsonl")
    assert done.returncode == 3, done.stderr
    assert kilobytes < MOST_KILOBYTES
    assert [row["id"] for row in records(tmp_path / "out.jsonl")] == ["甲", "乙"]


def test_a_raw_row_has_its_pieces_or_its_bytes() -> None:
    long = Raw.of("a", 1, "json", Pieces([b"{", b"}"]), {})
    assert long.error
    assert (long.data, Raw.of("a", 1, "json", b"{}", {}).data) == (b"", b"{}")
