"""Learning a site's frame: what is proposed, what never is, and that the proposals are sound rules."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

import corpusclean
from benchmarks.learn import FRAME as OF_SITE
from benchmarks.learn import measure, sites
from corpusclean.debris.rules.loader import from_file, parse, problems
from corpusclean.learning.learn import FEWEST, Learned
from tests.unit.learned_sites import site, with_urls

FRAME = {"渡口夜话", "河运 民俗 人物", "渡口的船天天开", "渡口夜话编辑部谢谢你读到这里"}


def taken(found: Learned) -> set[str]:
    """What the proposals say they remove, indented copies aside."""
    return {text.strip() for rule in found.rules for text in rule.removes}


@pytest.fixture(scope="module")
def found() -> Learned:
    return corpusclean.learn(with_urls(site(40)))


def test_the_frame_is_proposed_and_nothing_else(found: Learned) -> None:
    assert taken(found) == FRAME


def test_a_proposal_says_where_and_how_often_it_was_seen(found: Learned) -> None:
    rule = next(rule for rule in found.rules if "渡口的船天天开" in rule.removes)
    assert rule.host == "news.dukou.example"
    assert "40 of 40 pages of news.dukou.example, under the text" in rule.why
    assert 0.7 < rule.confidence < 0.9
    assert rule.id.startswith("learned:news-dukou-example-")


def test_a_line_right_under_the_text_is_less_sure_than_the_edge(found: Learned) -> None:
    """抄送：各乡镇人民政府 stands there, too."""
    sure = {text: rule.confidence for rule in found.rules for text in rule.removes}
    assert sure["渡口的船天天开"] < 0.9 < sure["渡口夜话编辑部谢谢你读到这里"]


def test_what_is_written_can_be_loaded_and_proves_itself(found: Learned, tmp_path: Path) -> None:
    found.save(tmp_path / "my.toml")
    rules = from_file(tmp_path / "my.toml")
    assert [rule.id for rule in rules] == [rule.id for rule in found.rules]
    assert list(problems(rules)) == []


def test_a_cleaner_with_the_rules_takes_the_frame_on_that_host_only(found: Learned, tmp_path: Path) -> None:
    found.save(tmp_path / "my.toml")
    cleaner = corpusclean.Cleaner(rules=[tmp_path / "my.toml"])
    page, url = with_urls(site(41))[40]
    there = cleaner.clean(page, url=url)
    assert not FRAME & set(there.text.split("\n"))
    assert page.split("\n")[3] in there.text
    assert "learned" in {edit.family for edit in there.edits}
    for elsewhere in ("https://other.example/1.html", None):
        article = cleaner.clean(page, url=elsewhere)
        assert article == corpusclean.Cleaner(rules=[tmp_path / "my.toml"]).clean(page, url=elsewhere)
        assert "learned" not in {edit.family for edit in article.edits}


def test_order_and_copies_of_pages_do_not_show(found: Learned) -> None:
    pages = with_urls(site(40))
    shuffled = [*pages, *pages[:20]]
    random.Random(1).shuffle(shuffled)
    again = corpusclean.learn(shuffled)
    assert again.rules == found.rules
    assert (again.pages, again.again) == (60, 20)


def test_fewer_pages_than_ten_teach_nothing() -> None:
    assert corpusclean.learn(with_urls(site(FEWEST - 1))).rules == ()
    assert corpusclean.learn(with_urls(site(FEWEST))).rules
    assert corpusclean.learn([]).rules == ()


def test_ten_prints_of_one_article_teach_nothing() -> None:
    """Only the related links differ, and each print has another visitor count."""
    article = site(1)[0]
    pages = [f"{article}\n另一篇文章的标题之{chr(0x4E00 + n)}\n第{n}位读者" for n in range(30)]
    assert corpusclean.learn(with_urls(pages)).rules == ()


def test_pages_without_address_are_grouped_by_their_edges() -> None:
    ours = site(20)
    theirs = site(20, "青石乡讯\n种田 养蚕 赶集", "乡亲们的来信\n青石乡讯印了三百份")
    mixed = [page for pair in zip(ours, theirs, strict=True) for page in pair]
    found = corpusclean.learn(mixed)
    assert found.sites == 2
    assert taken(found) == FRAME | {"青石乡讯", "种田 养蚕 赶集", "乡亲们的来信", "青石乡讯印了三百份"}
    assert {rule.host for rule in found.rules} == {""}


def test_numbers_and_names_are_slots() -> None:
    tail = "已有{n}人在河边读过\n此篇由会员{name}转载至此\n渡口夜话编辑部谢谢你读到这里"
    found = corpusclean.learn(with_urls(site(30, tail=tail)))
    patterns = " ".join(rule.pattern for rule in found.rules)
    assert r"已有\d+人在河边读过" in patterns
    assert "此篇由会员[一-龥·]{2,4}转载至此" in patterns
    rule = next(rule for rule in found.rules if "会员" in rule.pattern)
    assert rule.acts_on("此篇由会员孙小舟转载至此")
    assert "pages looked at" in rule.why


def test_a_number_that_is_the_same_everywhere_stays_itself() -> None:
    found = corpusclean.learn(with_urls(site(30, tail="渡口的船天天开\n渡口夜话刊号37-1018")))
    rule = next(rule for rule in found.rules if any("刊号" in text for text in rule.removes))
    assert rule.acts_on("渡口夜话刊号37-1018")
    assert not rule.acts_on("渡口夜话刊号38-1018")


FORMULAE = [
    pytest.param("特此公告。\n渡口航运有限公司董事会\n2024年3月{n}日", id="signature"),
    pytest.param(
        "如不服本判决，可在判决书送达之日起十五日内提起上诉。\n审判长 {name}\n书记员 {name}\n2024年3月{n}日", id="court"
    ),
    pytest.param("联系人：{name}\n联系电话：0517-8001{n}", id="contact"),
    pytest.param("此致\n敬礼\n{name}", id="letter"),
    pytest.param("本书完。", id="end"),
]


@pytest.mark.parametrize("formula", FORMULAE)
@pytest.mark.parametrize(
    "frame", ["", "\n渡口的船天天开\n渡口夜话编辑部谢谢你读到这里"], ids=["at the end", "over a frame"]
)
def test_formulae_under_articles_stay(formula: str, frame: str) -> None:
    found = corpusclean.learn(with_urls(site(30, tail=f"{formula}{frame}")))
    assert taken(found) <= FRAME


@pytest.mark.parametrize("subhead", ["一、项目基本情况", "【译文】", "用料", "答：", "第二幕"])
def test_subheads_that_all_documents_have_stay(subhead: str) -> None:
    pages = [page.replace("\n第", f"\n{subhead}\n第", 2) for page in site(30)]
    assert subhead not in taken(corpusclean.learn(with_urls(pages)))


def test_datelines_stay() -> None:
    pages = [page.replace("标题\n", "标题\n渡口夜话社渡口3月5日电 ") for page in site(30)]
    assert taken(corpusclean.learn(with_urls(pages))) == FRAME


def test_what_the_library_takes_anyway_is_not_proposed() -> None:
    found = corpusclean.learn(with_urls(site(30, tail="责任编辑：{name}\n版权所有 渡口夜话社\n渡口的船天天开")))
    assert not [text for text in taken(found) if "责任编辑" in text or "版权" in text]


def test_a_header_above_the_text_that_tells_of_the_article_is_no_debris() -> None:
    """Date and source are read from it; it leaves the text anyway."""
    pages = [
        page.replace("标题\n", f"标题\n2024-03-{n % 28 + 1:02} 来源：渡口夜话\n") for n, page in enumerate(site(30))
    ]
    assert taken(corpusclean.learn(with_urls(pages))) == FRAME


def test_proposals_can_be_narrowed(found: Learned) -> None:
    assert found.at_least(0.0) == found
    assert found.at_least(1.0).rules == ()
    name = found.rules[0].id
    assert name not in {rule.id for rule in found.without(name).rules}


def test_bytes_and_html_are_read() -> None:
    paragraphs = ("".join(f"<p>{line}</p>" for line in page.split("\n")) for page in site(20))
    pages = [f"<html><body><div>渡口夜话</div>{page}</body></html>".encode() for page in paragraphs]
    assert "渡口的船天天开" in taken(corpusclean.learn(with_urls(pages)))  # type: ignore[arg-type]


@pytest.mark.parametrize("page", ["", "\n\n", "\x00\ud800\x01", "[" * 5000, "0" * 5000, "首" * 100_000, "：" * 3000])
def test_text_never_raises(page: str) -> None:
    found = corpusclean.learn([(f"{page}\n{other}", None) for other in site(12)] + [(page, "https://x.example")] * 12)
    parsed = parse(found.toml, "t") if found.rules else ()
    assert [rule.id for rule in parsed] == [rule.id for rule in found.rules]


def with_glued(piece: str, every: int = 2, at: int = 1) -> list[str]:
    """Pages of which every second has *piece* at the end of its second paragraph."""
    pages = []
    for number, page in enumerate(site(30)):
        lines = page.split("\n")
        if number % every == 0:
            lines[3 + at] += piece
        pages.append("\n".join(lines))
    return pages


def cuts(found: Learned) -> list[str]:
    return [rule.pattern for rule in found.rules if rule.does == "cut"]


@pytest.mark.parametrize(
    ("piece", "pattern"),
    [
        ("更多精彩请关注渡口夜话", "更多精彩请关注渡口夜话$"),
        ("手机阅读m.dukou.example", r"手机阅读m\.dukou\.example$"),
        ("渡口夜话陪你到天亮", "渡口夜话陪你到天亮$"),
    ],
)
def test_what_is_glued_to_paragraphs_is_cut(piece: str, pattern: str, tmp_path: Path) -> None:
    pages = with_urls(with_glued(piece), "https://m.dukou.example/{}")
    found = corpusclean.learn(pages)
    assert cuts(found) == [pattern]
    found.save(tmp_path / "my.toml")
    page, url = pages[0]
    text = corpusclean.Cleaner(rules=[tmp_path / "my.toml"]).clean(page, url=url).text
    assert piece not in text
    assert page.split("\n")[4].removesuffix(piece) in text


@pytest.mark.parametrize(
    "piece",
    [
        "（完）",
        "（渡口夜话记者 王小明）",
        "此事我们还会说到。",
        "我站在那里想了很久。",
        "（见下图）",
        "谢谢大家",
        "据新华社",
        "（未完待续）",
    ],
)
def test_what_authors_write_at_the_ends_of_paragraphs_stays(piece: str) -> None:
    assert cuts(corpusclean.learn(with_urls(with_glued(piece)))) == []


def test_the_address_of_another_site_stays() -> None:
    assert cuts(corpusclean.learn(with_urls(with_glued("报名的人可以上www.elsewhere.example看一看。")))) == []


def test_built_sites_lose_their_frames_and_no_line_of_an_article() -> None:
    frames = [frame for frame in sites(held_out=True) if "annals" in frame.host or "bbs" in frame.host]
    frames += [frame for frame in sites(held_out=False) if "court" in frame.host or "blog" in frame.host]
    for counts in measure(frames, 12, with_url=True).values():
        assert counts["gone"] >= 0.95 * counts[OF_SITE]
        assert counts["wrong"] == 0
        assert counts["glued gone"] >= 0.9 * counts["glued"]
