"""Every format in and out, with every compression."""

from __future__ import annotations

import bz2
import csv
import datetime
import gzip
import io
import json
import lzma
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import corpusclean
from corpusclean.corpus.articles import read_articles
from corpusclean.corpus.outputs import output_format
from corpusclean.corpus.readers import Source, find_sources
from corpusclean.corpus.rows import rows
from corpusclean.corpus.run import run
from corpusclean.corpus.settings import Settings, Summary, beside
from corpusclean.corpus.streams import open_in
from corpusclean.corpus.table_work import TableJob
from corpusclean.corpus.units import Unit, split
from corpusclean.errors import InputError, OptionError

TEXT = "第{}页：街上的人又多了起来,卖菜的也回来了。\n责任编辑：王小明\n"
PAGES = [TEXT.format(number) for number in range(3)]
CLEAN = [corpusclean.clean_text(page) for page in PAGES]
ROWS = [{"id": str(number), "text": page, "n": number} for number, page in enumerate(PAGES)]


def zstd(data: bytes) -> bytes:
    compressed: bytes = pytest.importorskip("zstandard").compress(data)
    return compressed


PACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd,
}


def go(source: Path, output: Path, **settings: Any) -> Summary:
    found = find_sources([source], output=output)
    return run(found, output, cleaner=corpusclean.Cleaner(), settings=Settings(**settings))


def records(path: Path) -> list[dict[str, Any]]:
    with open_in(path) as file:
        return [json.loads(line) for line in file]


def as_csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    table = csv.DictWriter(out, list(rows[0]))
    table.writeheader()
    table.writerows(rows)
    return out.getvalue()


def as_warc(name: str) -> bytes:
    """A crawl of two pages, a picture and a request; or what was extracted from one."""
    writer = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders
    out = io.BytesIO()
    archive = writer.WARCWriter(out, gzip=name.endswith(".gz"))
    body = "".join(f"<p>{line}</p>" for line in TEXT.format(1).splitlines())
    kinds = [("text/html; charset=utf-8", f"<!doctype html><body>{body}</body>".encode()), ("image/png", b"\x89PNG")]
    if ".wet" in name:
        record = archive.create_warc_record(
            "https://news.example.com/1", "conversion", payload=io.BytesIO(TEXT.format(1).encode())
        )
        archive.write_record(record)
        return out.getvalue()
    for media, data in kinds:
        http = headers("200 OK", [("Content-Type", media)], protocol="HTTP/1.0")
        for kind in ("request", "response"):
            record = archive.create_warc_record(
                "https://news.example.com/1",
                kind,
                payload=io.BytesIO(data),
                http_headers=http if kind == "response" else headers("GET / HTTP/1.0", [], is_http_request=True),
            )
            archive.write_record(record)
    return out.getvalue()


class TestIn:
    @pytest.mark.parametrize("packed", PACK)
    @pytest.mark.parametrize(
        ("name", "content"),
        [
            ("a.jsonl", "".join(json.dumps(row) + "\n" for row in ROWS)),
            ("a.json", json.dumps(ROWS)),
            ("a.csv", as_csv(ROWS)),
        ],
    )
    def test_tables_of_text(self, tmp_path: Path, name: str, content: str, packed: str) -> None:
        source = tmp_path / (name + packed)
        source.write_bytes(PACK[packed](content.encode()))
        go(source, tmp_path / "o.jsonl")
        rows = records(tmp_path / "o.jsonl")
        assert [row["text"] for row in rows] == CLEAN
        assert [row["id"] for row in rows] == ["0", "1", "2"]
        assert [str(row["n"]) for row in rows] == ["0", "1", "2"]
        assert rows[0]["article"]["editors"] == ["王小明"]

    @pytest.mark.parametrize("packed", PACK)
    @pytest.mark.parametrize("name", ["a.txt", "a.html"])
    def test_page_files(self, tmp_path: Path, name: str, packed: str) -> None:
        source = tmp_path / (name + packed)
        source.write_bytes(PACK[packed](PAGES[1].encode()))
        go(source, tmp_path / "o.jsonl")
        kind = "html" if name.endswith("html") else "auto"
        assert [row["text"] for row in records(tmp_path / "o.jsonl")] == [corpusclean.clean_text(PAGES[1], kind=kind)]

    @pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.wet", "a.wet.gz", "a.warc.xz", "a.warc.zst"])
    def test_crawls(self, tmp_path: Path, name: str) -> None:
        data = as_warc(name)
        source = tmp_path / name
        source.write_bytes(data if name.endswith(".gz") else PACK[source.suffix if name.count(".") > 1 else ""](data))
        go(source, tmp_path / "o.jsonl")
        (row,) = records(tmp_path / "o.jsonl")
        assert row["text"] == CLEAN[1]
        assert row["url"] == "https://news.example.com/1"
        assert row["id"].startswith("<urn:uuid:")
        assert row["timestamp"]

    @pytest.mark.parametrize("each", [True, False])
    @pytest.mark.parametrize("cut", [0, 20, 6000])
    def test_crawls_packed_record_by_record_or_whole_and_cut(self, tmp_path: Path, each: bool, cut: int) -> None:
        writer = pytest.importorskip("warcio.warcwriter")
        out = io.BytesIO()
        archive = writer.WARCWriter(out, gzip=each)
        noise = random.Random(3)
        for number in range(4):
            page = f"第{number}页。{noise.randbytes(2000).hex()}".encode()
            archive.write_record(archive.create_warc_record("http://a/", "conversion", payload=io.BytesIO(page)))
        data = out.getvalue() if each else gzip.compress(out.getvalue())
        (tmp_path / "a.wet.gz").write_bytes(data[: len(data) - cut])
        found = list(rows(Unit(0, (Source(tmp_path / "a.wet.gz", "warc"),))))
        good = [raw.number for raw in found if not raw.error]
        assert good == list(range(1, {0: 5, 20: 4, 6000: 2}[cut]))
        assert bool(found[-1].error) == bool(cut)

    def test_csv_bytes_that_are_no_utf8_and_rows_of_another_width(self, tmp_path: Path) -> None:
        source = tmp_path / "a.csv"
        source.write_bytes(
            b"\xef\xbb\xbfid,text\r\n1,"
            + "街上的人又多了起来，卖菜的也回来了。".encode("gb18030")
            + b"\r\n2,x,y\r\n3,\r\n"
        )
        summary = go(source, tmp_path / "o.jsonl")
        assert (summary.written, summary.set_aside) == (2, 1)
        assert [row["text"] for row in records(tmp_path / "o.jsonl")] == ["街上的人又多了起来，卖菜的也回来了。", ""]
        assert records(beside(tmp_path / "o.jsonl", "quarantine"))[0]["row"] == 3

    def test_a_column_that_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "a.jsonl").write_text(json.dumps({"text": "标题", "正文": PAGES[0]}), "utf-8")
        go(tmp_path / "a.jsonl", tmp_path / "o.jsonl", column="正文")
        (row,) = records(tmp_path / "o.jsonl")
        assert (row["text"], row["正文"]) == ("标题", CLEAN[0])

    def test_a_missing_package_names_the_extra(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(__import__("sys").modules, "zstandard", None)
        (tmp_path / "a.txt.zst").write_bytes(b"")
        go(tmp_path / "a.txt.zst", tmp_path / "o.jsonl")
        (row,) = records(beside(tmp_path / "o.jsonl", "quarantine"))
        assert row["error"].endswith("needs zstandard: pip install 'corpusclean[corpus]'")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in ROWS), "utf-8")
    return path


class TestOut:
    @pytest.mark.parametrize("packed", PACK)
    def test_json_lines(self, source: Path, tmp_path: Path, packed: str) -> None:
        if packed == ".zst":
            pytest.importorskip("zstandard")
        go(source, tmp_path / f"o.jsonl{packed}")
        go(source, tmp_path / "plain.jsonl")
        assert records(tmp_path / f"o.jsonl{packed}") == records(tmp_path / "plain.jsonl")

    @pytest.mark.parametrize("packed", ["", ".gz"])
    def test_csv_for_a_spreadsheet(self, source: Path, tmp_path: Path, packed: str) -> None:
        out = tmp_path / f"o.csv{packed}"
        go(source, out)
        with open_in(out) as file:
            data = file.read()
        assert data.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
        assert [row["text"] for row in rows] == CLEAN
        assert list(rows[0])[:3] == ["id", "text", "n"]
        assert rows[0]["version"] == corpusclean.__version__
        assert rows[0]["rules_version"] == corpusclean.Cleaner().rules_version

    @pytest.mark.parametrize("form", ["txt", "md"])
    def test_a_folder_of_pages(self, tmp_path: Path, form: str) -> None:
        for name in ("甲/一.txt", "乙.txt"):
            path = tmp_path / "in" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(PAGES[0], "utf-8")
        out = tmp_path / "out"
        go(tmp_path / "in", out, to=form)
        files = sorted(path for path in out.rglob("*") if path.is_file())
        assert [path.name for path in files] == [f"乙.txt.{form}", f"一.txt.{form}"]
        head, text = files[0].read_text("utf-8").removeprefix("---\n").split("\n---\n")
        assert text == CLEAN[0] + "\n"
        facts = {name: json.loads(value) for name, value in (line.split(": ", 1) for line in head.splitlines())}
        assert facts["version"] == corpusclean.__version__
        assert facts["id"].endswith("乙.txt")

    def test_rows_of_one_name_do_not_overwrite_each_other(self, tmp_path: Path) -> None:
        rows = [{"id": name, "text": "正文。"} for name in ("a", "A", "../a", "a?", "", "/")]
        (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        go(tmp_path / "a.jsonl", tmp_path / "out")
        assert len(list((tmp_path / "out").rglob("*.txt"))) == 6
        assert not (tmp_path / "a.txt").exists()

    def test_a_folder_of_others_is_never_emptied(self, source: Path, tmp_path: Path) -> None:
        out = tmp_path / "out"
        out.mkdir()
        (out / "thesis.txt").write_text("mine", "utf-8")
        for force in (False, True):
            with pytest.raises(OptionError, match="files that no run wrote here"):
                go(source, out, force=force)
        assert (out / "thesis.txt").read_text("utf-8") == "mine"

    @pytest.mark.parametrize("name", ["o.xlsx", "o.parquet.gz", "o.zst"])
    def test_other_names_are_refused(self, name: str) -> None:
        with pytest.raises(InputError):
            output_format(Path(name))


class TestParquet:
    @pytest.fixture
    def table(self, tmp_path: Path) -> Any:
        pa = pytest.importorskip("pyarrow")
        parquet = pytest.importorskip("pyarrow.parquet")
        table = pa.table(
            {
                "id": pa.array([1, 2, 3], pa.int16()),
                "content": pa.array([PAGES[0], None, PAGES[2]]),
                "when": pa.array([datetime.datetime(2024, 5, 1, 12)] * 3, pa.timestamp("us", "Asia/Shanghai")),
                "raw": pa.array([b"\xff\x00", None, b""], pa.binary()),
                "tags": pa.array([["甲"], [], None], pa.list_(pa.string())),
            }
        )
        parquet.write_table(table, tmp_path / "a.parquet", row_group_size=2)
        return table

    def test_parquet_keeps_every_other_column_and_its_type(self, table: Any, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        summary = go(tmp_path / "a.parquet", tmp_path / "o.parquet")
        assert (summary.written, summary.set_aside) == (2, 1)
        out = parquet.read_table(tmp_path / "o.parquet")
        assert out.column_names == [*table.column_names, "article"]
        kept = table.take([0, 2])
        for name in ("id", "when", "raw", "tags"):
            assert out.schema.field(name).type == table.schema.field(name).type
            assert out[name].to_pylist() == kept[name].to_pylist()
        assert out["content"].to_pylist() == [CLEAN[0], CLEAN[2]]
        about = out["article"].to_pylist()[0]
        assert about["editors"] == ["王小明"]
        assert about["rules_version"] == corpusclean.Cleaner().rules_version

    def test_a_folder_of_parquet_has_a_file_for_each_row_group(self, table: Any, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        for _ in range(2):  # again, over what is there
            summary = go(tmp_path / "a.parquet", tmp_path / "o", to="parquet", force=True)
        assert (summary.written, summary.set_aside) == (2, 1)
        files = sorted((tmp_path / "o").iterdir())
        assert [path.name for path in files] == ["part-0000000.parquet", "part-0000001.parquet"]
        found = [row for path in files for row in parquet.read_table(path).to_pylist()]
        go(tmp_path / "a.parquet", tmp_path / "o.parquet")
        assert found == parquet.read_table(tmp_path / "o.parquet").to_pylist()
        assert [page.id for page in read_articles(tmp_path / "o")] == ["1", "3"]

    def test_a_folder_of_parquet_is_made_from_parquet_alone(self, source: Path, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="only be made from Parquet"):
            go(source, tmp_path / "o", to="parquet")

    def test_deadly_rows_limit_and_sample(self, table: Any, tmp_path: Path) -> None:
        (first, second) = split(find_sources([tmp_path / "a.parquet"]))
        job = TableJob(corpusclean.Cleaner(), tmp_path)
        done = job(first, frozenset({0}))
        assert (done.written, done.set_aside) == (0, 2)
        assert job(second).written == 1
        assert go(tmp_path / "a.parquet", tmp_path / "l.parquet", limit=1).pages == 1
        assert go(tmp_path / "a.parquet", tmp_path / "s.parquet", sample=0.0).pages == 0

    def test_a_row_set_aside_is_read_again(self, table: Any, tmp_path: Path) -> None:
        go(tmp_path / "a.parquet", tmp_path / "o.parquet")
        (row,) = records(beside(tmp_path / "o.parquet", "quarantine"))
        assert "not text" in row["error"]
        again = go(beside(tmp_path / "o.parquet", "quarantine"), tmp_path / "p.jsonl")
        assert (again.written, again.set_aside) == (0, 1)

    def test_parquet_to_json_lines(self, table: Any, tmp_path: Path) -> None:
        go(tmp_path / "a.parquet", tmp_path / "o.jsonl")
        rows = records(tmp_path / "o.jsonl")
        assert [(row["id"], row["content"]) for row in rows] == [(1, CLEAN[0]), (3, CLEAN[2])]
        assert rows[0]["when"].startswith("2024-05-01T")
        assert rows[0]["raw"] == "/wA="

    def test_json_lines_to_parquet(self, source: Path, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        with source.open("a", encoding="utf-8") as file:
            file.write('{"id": "x", "text": "坏\\ud800字也在。", "n": 2.5, "more": {"a": 1}}\n')
            file.write('{"id": "y", "text": "正文。", "n": "many"}\n')
        go(source, tmp_path / "o.parquet")
        rows = parquet.read_table(tmp_path / "o.parquet").to_pylist()
        assert [row["text"] for row in rows][:3] == CLEAN
        assert "\ufffd" in rows[3]["text"] or rows[3]["text"].startswith("坏")
        assert [row["n"] for row in rows] == ["0", "1", "2", "2.5", "many"]
        assert rows[3]["more"] == {"a": 1}
        assert rows[4]["more"] is None
        assert rows[0]["article"]["editors"] == ["王小明"]

    def test_files_to_parquet_are_flat(self, tmp_path: Path) -> None:
        parquet = pytest.importorskip("pyarrow.parquet")
        (tmp_path / "a.txt").write_text(PAGES[0], "utf-8")
        go(tmp_path / "a.txt", tmp_path / "o.parquet")
        (row,) = parquet.read_table(tmp_path / "o.parquet").to_pylist()
        assert (row["text"], row["editors"], row["title"]) == (CLEAN[0], ["王小明"], None)

    def test_a_file_that_is_no_parquet(self, tmp_path: Path) -> None:
        pytest.importorskip("pyarrow")
        (tmp_path / "a.parquet").write_bytes(b"PAR1 no")
        summary = go(tmp_path / "a.parquet", tmp_path / "o.jsonl")
        assert (summary.written, summary.set_aside) == (0, 1)
