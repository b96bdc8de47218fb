"""Bytes to text."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpusclean import decode
from corpusclean.errors import InputError
from tests.sentences import SIMPLIFIED, TRADITIONAL

TEXT = "\n".join(SIMPLIFIED[:6])
TRAD = "\n".join(TRADITIONAL[:6])


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "hz"])
def test_simplified(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, encoding, False)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le"])
def test_traditional(encoding: str) -> None:
    assert decode(TRAD.encode(encoding)) == (TRAD, encoding, False)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_decides_and_is_no_text(encoding: str) -> None:
    result = decode("中".encode(encoding))
    assert (result.text, result.lossy) == ("中", False)


@pytest.mark.parametrize("line", SIMPLIFIED)
def test_lines_of_gbk(line: str) -> None:
    assert decode(line.encode("gbk")).text == line


@pytest.mark.parametrize("line", TRADITIONAL)
def test_lines_of_big5(line: str) -> None:
    assert decode(line.encode("big5")).text == line


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_kinds_of_bytes(kind: type) -> None:
    assert decode(kind("中文".encode())).text == "中文"


@pytest.mark.parametrize("value", [None, "中文", 5, Path("page.txt"), ["中"]])
def test_all_else_is_refused(value: object) -> None:
    with pytest.raises(InputError, match="bytes"):
        decode(value)  # type: ignore[arg-type]


def test_a_declaration_that_lies_loses_to_utf8() -> None:
    page = f'<meta charset="gb2312"><p>{TEXT}</p>'
    assert decode(page.encode()).encoding == "utf-8"


@pytest.mark.parametrize("label", ["gb2312", "GBK", "gb18030", "x-gbk", "no-such-thing", "big5"])
def test_a_declared_label_is_read_widely(label: str) -> None:
    page = f'<html><head><meta http-equiv="Content-Type" content="text/html; charset={label}"></head>镕旻喆，{TEXT}'
    assert decode(page.encode("gbk")) == (page, "gb18030", False)


def test_the_declaration_tips_the_scales() -> None:
    page = '<meta charset="big5"><p>{}</p>'
    assert decode(page.format("車站").encode("big5")).text == page.format("車站")


def test_cantonese_and_cp950() -> None:
    assert decode("佢哋喺嗰度食嘢，冇人話畀我知。".encode("big5hkscs")).text == "佢哋喺嗰度食嘢，冇人話畀我知。"


def test_lines_in_encodings_of_their_own() -> None:
    lines = [SIMPLIFIED[0].encode("gbk"), SIMPLIFIED[1].encode(), SIMPLIFIED[2].encode("gbk"), b"plain"]
    assert decode(b"\n".join(lines)).text == "\n".join([*SIMPLIFIED[:3], "plain"])


def test_a_line_of_gbk_in_a_page_of_utf8() -> None:
    lines = [SIMPLIFIED[0].encode(), SIMPLIFIED[1].encode("gbk"), SIMPLIFIED[2].encode()]
    result = decode(b"\n".join(lines))
    assert (result.text, result.lossy) == ("\n".join(SIMPLIFIED[:3]), False)


@pytest.mark.parametrize(("encoding", "text"), [("utf-8", TEXT), ("gb18030", TEXT), ("big5hkscs", TRAD)])
def test_a_chunk_cut_at_both_ends(encoding: str, text: str) -> None:
    data = text.encode(encoding)
    for start in range(1, 4):
        for end in range(1, 4):
            result = decode(data[start:-end])
            assert result.encoding == encoding
            assert text[5:-5] in result.text
            assert "\ufffd" not in result.text


def test_a_bad_byte_is_marked_and_counted() -> None:
    data = SIMPLIFIED[0].encode("gbk")
    result = decode(data[:6] + b"\xff" + data[6:])
    assert result.lossy
    assert SIMPLIFIED[0][3:] in result.text
    (finding,) = result.findings()
    assert (finding.code, finding.lines, finding.count) == ("lost-bytes", (1,), 1)


def test_a_cut_character_is_lost_and_said_so() -> None:
    result = decode("今天下雨，路上人少".encode()[:-1])
    assert (result.text, result.lossy) == ("今天下雨，路上人", True)
    assert result.findings()[0].code == "lost-bytes"


def test_little_chinese_in_much_markup() -> None:
    page = "<div class='x'><a href='/index.html'>link</a></div>\n" * 40
    assert "车站附近" in decode((page + "<b>车站附近</b>\n" + page).encode("gbk")).text


def test_text_that_mentions_hz_is_not_hz() -> None:
    text = "class Foo { ~Foo() ~{x~} }"
    assert decode(text.encode()).text == text


def test_a_western_page() -> None:
    text = "Le café est fermé, déjà; Müller n'est pas là."
    assert decode(text.encode("latin-1")).text == text


@pytest.mark.parametrize("data", [b"", b"\0", b"\xff", b"\x80\x81", b"\xe4\xb8", b"\xff\xfe\0", bytes(range(256)) * 3])
def test_nothing_raises(data: bytes) -> None:
    result = decode(data)
    assert isinstance(result.text, str)
    assert [finding.code for finding in result.findings()] == ["lost-bytes"] * result.lossy


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs"])
def test_of_a_cut_page_only_the_cut_characters_go(encoding: str) -> None:
    text = "天氣很好，他們去時，天還沒亮，到了下午才回來。"
    data = text.encode(encoding)
    assert decode(data).text == text
    assert decode(data[1:]).text == text[1:]
    assert decode(data[1:-1]).text == text[1:-1]
    assert decode(data[:-1]) == (text[:-1], encoding, True)


def test_a_rare_first_character_is_not_taken_for_a_cut_one() -> None:
    for text in ("佢哋喺嗰度食嘢，冇人話畀我知。", "翀喆二字很少用。"):
        assert decode(text.encode("gb18030")).text == text


def test_utf8_in_a_page_of_gbk_keeps_its_line() -> None:
    gbk, utf8 = "他们去时，天还没亮。", "第二天，街上全是水。"
    assert decode(gbk.encode("gbk") + b"\n" + utf8.encode()).text == f"{gbk}\n{utf8}"
