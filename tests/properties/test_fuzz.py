"""What no input may do, whichever way it comes in: raise, leave a file, open a socket, become markup, or differ."""

from __future__ import annotations

import gzip
import multiprocessing
import pickle
import random
import socket
import tempfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import corpusclean
from corpusclean.cli import main
from corpusclean.corpus.readers import Source
from corpusclean.corpus.rows import rows
from corpusclean.corpus.units import Unit
from corpusclean.debris.rules.loader import parse
from corpusclean.errors import RuleError

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
ENCODINGS = ["utf-8", "gb18030", "big5hkscs", "utf-16", "utf-16-be", "utf-32", "hz", "euc_jp", "shift_jis", "latin-1"]
ANY = st.text(st.characters(exclude_categories=()), max_size=120)
# of the profile: HYPOTHESIS_PROFILE=long looks for longer
EXAMPLES = getattr(settings.default, "max_examples", 100)
SCRAP = random.Random(9).randbytes(4_000)


@given(st.binary(max_size=300), st.sampled_from(["", "<meta charset=big5>", "\ufeff", "他们去时，天还没亮。"]))
def test_any_bytes_are_an_article(data: bytes, before: str) -> None:
    data = before.encode() + data
    article = corpusclean.clean(data)
    assert article.restore() is not None
    assert corpusclean.replay(data, article.edits) == article.text
    assert "\x00" not in article.text
    article.text.encode()  # no lone surrogate


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_scraps_in_every_encoding(encoding: str) -> None:
    text = "".join(path.read_text("utf-8")[:300] for path in SEEDS)
    data = text.encode(encoding, "ignore")
    for page in (data, data[1:], data[:-1], data[:200] + SCRAP + data[200:], SCRAP, SCRAP + data):
        corpusclean.decode(page)
        article = corpusclean.clean(page)
        assert corpusclean.replay(page, article.edits) == article.text


RULE = '[[rule]]\nid = "a:b"\ndoes = "cut"\nwhy = "x"\nneeds = ["广告"]\npattern = \'{}\'\n'


@settings(max_examples=2 * EXAMPLES)
@given(ANY | st.text("()[]{}?*+|\\.^$a1,:=<>!P-广告", max_size=30).map(RULE.format) | ANY.map(RULE.format))
def test_a_rule_file_is_read_or_refused_with_a_reason(text: str) -> None:
    refused = ""
    try:
        parse(text, "my.toml")
    except RuleError as error:
        refused = str(error)
    assert not refused or refused.startswith("my.toml:")


FILES = {"page": ".txt", "jsonl": ".jsonl", "json": ".json", "csv": ".csv", "parquet": ".parquet", "warc": ".warc"}
PACKED = ["", ".gz", ".bz2", ".xz", ".zst"]


@pytest.mark.parametrize("packed", PACKED)
@pytest.mark.parametrize("form", FILES)
@settings(max_examples=max(12, EXAMPLES // 50))  # 30 kinds of file
@given(data=st.binary(max_size=200) | st.just(b'{"text": "\xe5'), cut=st.integers(0, 60))
def test_readers_tell_of_a_broken_file_in_a_row(form: str, packed: str, data: bytes, cut: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"x{FILES[form]}{packed}"
        path.write_bytes(gzip.compress(data)[: -cut or None] if packed == ".gz" else data)
        for raw in rows(Unit(0, (Source(path, form),))):
            assert raw.error is None or isinstance(raw.error, Exception)


@pytest.mark.parametrize("cut", [1, 9, 40])
def test_a_file_that_was_cut_says_so(tmp_path: Path, cut: int) -> None:
    zstandard = pytest.importorskip("zstandard")
    plain = b"".join(b'{"text": "%d"}\n' % number for number in range(2_000))
    for suffix, pack in ((".gz", gzip.compress), (".zst", zstandard.compress)):
        path = tmp_path / f"cut.jsonl{suffix}"
        path.write_bytes(pack(plain)[:-cut])
        assert list(rows(Unit(0, (Source(path, "jsonl"),))))[-1].error is not None


def text_of(page: str) -> tuple[str, int]:
    article = corpusclean.clean(page)
    return article.text, len(article.edits)


PAGES = [path.read_text("utf-8") for path in SEEDS]


def test_threads_give_what_one_gives() -> None:
    """Two Cleaners of different options, and one that all share, at the same time."""
    cleaners = [corpusclean.Cleaner(script="hant"), corpusclean.Cleaner(debris="label")]
    alone = [cleaner.clean(page) for cleaner in cleaners for page in PAGES]
    with ThreadPoolExecutor(4) as pool:
        work = [pool.submit(cleaner.clean, page) for cleaner in cleaners for page in PAGES]
        assert [future.result() for future in work] == alone
        assert list(pool.map(text_of, PAGES)) == [text_of(page) for page in PAGES]


@pytest.mark.parametrize("method", ["spawn", "fork"])
def test_processes_give_what_one_gives(method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"no {method} here")
    cleaner = corpusclean.Cleaner(script="hant")
    expected = [cleaner.clean(page) for page in PAGES[:3]]
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(method)) as pool:
        assert list(pool.map(cleaner.clean, PAGES[:3])) == expected


def test_a_cleaner_and_its_articles_pickle() -> None:
    cleaner = corpusclean.Cleaner(script="tw", captions="inline")
    again = pickle.loads(pickle.dumps(cleaner))
    article = cleaner.clean(PAGES[1])
    assert again.clean(PAGES[1]) == article == pickle.loads(pickle.dumps(article))


def command(*arguments: object) -> None:
    """Run the command line as a user does; it has to end well."""
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert ended.value.code == 0


def test_no_socket_is_opened_and_no_file_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*args: object, **named: object) -> None:
        raise AssertionError("a socket")

    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, forbidden)
    for page in (*PAGES, "<!doctype html><img src='http://a.example/x.png'><p>今天下雨。</p>"):
        corpusclean.clean(page, url="http://a.example/1")
    command("run", SEEDS[0].parent, "-o", tmp_path / "out.jsonl", "--workers", 1)
    assert list(temporary.iterdir()) == []
    assert not (tmp_path / "out.jsonl.work").exists()


EVIL = '<script>alert(1)</script><img src=x onerror="alert(2)">\'"&amp;'
EVIL_PAGE = (
    f"{EVIL}老街上的修伞铺搬家了\n来源：{EVIL}\n责任编辑：{EVIL}\n雨停之后，{EVIL}街上的人多了起来，卖菜的也回来了。\n"
    f"分享到：微信 {EVIL}\n"
)


class _Tags(HTMLParser):
    """Collects what a browser would run."""

    def __init__(self) -> None:
        super().__init__()
        self.run: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag in ("img", "iframe", "object") or any(name.startswith("on") for name, _ in attrs):
            self.run.append(tag)
        elif tag == "script":
            self.run.append("script")


def runs(html: str) -> list[str]:
    parser = _Tags()
    parser.feed(html)
    return parser.run


def test_what_is_shown_of_a_page_never_runs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "<b onclick=x>.txt"
    page.write_text(EVIL_PAGE, "utf-8")
    article = corpusclean.clean(EVIL_PAGE, url=f"http://a.example/{EVIL}", kind="text")
    assert runs(article._repr_html_()) == []
    command("explain", "--html", page)
    told = capsys.readouterr().out
    assert "修伞铺" in told
    assert runs(told) == []
    command("run", page, "-o", tmp_path / "out.jsonl", "--workers", 1)
    report = (tmp_path / "out.jsonl.report.html").read_text("utf-8")
    assert runs(report) == ["script"], "only its own, at the end"
    assert "alert(1)</script>" not in report
