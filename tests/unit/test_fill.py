"""What lost bytes allow, and what is chosen among it: words, marks, the page, its script."""

from __future__ import annotations

from corpusclean.damage.candidates import slots_of
from corpusclean.damage.fill import best_text
from corpusclean.damage.plausible import Context, Page, cost_of_marks
from corpusclean.damage.runs import MARK_LEAD, Run


def test_both_bytes_known_leave_one_character():
    assert slots_of("", Run(0, 0, (0xC3, 0xC5, None, 0xA3)))[0] == "门"


def test_a_lost_byte_leaves_the_characters_of_the_other():
    slot = slots_of("", Run(0, 0, (None, 0xA3)))[0]
    assert {"。", "海"} <= set(slot)
    assert all(char.encode("gbk")[1] == 0xA3 for char in slot)


def test_a_mark_at_which_the_tool_cuts_is_never_lost():
    slot = slots_of("", Run(0, 0, (MARK_LEAD, None)))[0]
    assert "：" in slot
    assert not set(slot) & set("！？，")


def test_a_reading_behind_limits_the_last_character():
    slot = slots_of("(mén)", Run(0, 0, (0xC3, None)))[0]
    assert {"门", "们"} <= set(slot)
    assert not set(slot) & set("美没每")  # these begin with the same byte


def test_the_page_knows_its_own_words():
    slot, context = ["套潭"], Context("六十里外的龙", ",水从那里来", "")
    assert best_text(Page("水从那里来"), slot, context) == "潭"
    assert best_text(Page("他演的龙套,人人爱看"), slot, context) == "套"


def test_the_script_of_the_page_decides_between_two_forms():
    slot, context = ["劝勸"], Context("我會", "他別修", "")
    assert best_text(Page("他們說門開著,進來的人問這裏有沒有車"), slot, context) == "勸"
    assert best_text(Page("他们说门开着,进来的人问这里有没有车"), slot, context) == "劝"


def test_a_bracket_that_the_line_closes_was_opened():
    awaited = Context.of("他說?第二道門)也開了", 2, 3, "")
    assert awaited.awaited == "（"
    assert cost_of_marks("（", awaited) < cost_of_marks("（", Context("他說", "第二道門也開了", ""))


def test_a_line_does_not_begin_with_a_stop():
    assert cost_of_marks("。", Context("", "口镇公所", "")) > cost_of_marks("海", Context("", "口镇公所", ""))
