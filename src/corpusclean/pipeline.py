"""The pipeline as a table of contents: what happens to a page, in order.

`build` takes the options of a `Cleaner` and gives the `Pipeline` that carries them out: a tuple of named stages, each
`Document -> Document`.  No stage knows another; the order here is the only place where they meet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce

from corpusclean.damage.annotations import remove_annotations
from corpusclean.damage.bytewise import undo_byte_shift
from corpusclean.damage.characters import mend_characters
from corpusclean.damage.mojibake import undo_misreading
from corpusclean.debris.judge import judge_lines
from corpusclean.debris.region import judge_regions
from corpusclean.debris.remove import drop_captions, drop_labelled, keep_captions, without_cutting
from corpusclean.debris.rules.choose import choose
from corpusclean.debris.rules.match import RuleSet
from corpusclean.debris.rules.model import Rule
from corpusclean.debris.rules.sites import WithSite
from corpusclean.debris.rules.stages import Rules, cutting, labelling_by
from corpusclean.document import Document
from corpusclean.errors import OptionError
from corpusclean.layout import tidy_layout, unify_line_breaks
from corpusclean.metadata.captions import find_captions
from corpusclean.metadata.read import read_metadata
from corpusclean.metadata.title import find_headline, find_imprints
from corpusclean.normalize.stages import unify_facts, unify_marks, unify_scripts
from corpusclean.options import Options
from corpusclean.segment.glue import split_glued
from corpusclean.segment.kinds import recognise_kinds
from corpusclean.segment.wraps import join_wrapped
from corpusclean.stage import Stage, followed_by, installed, repeating, settled

# make it text
_REPAIRS: tuple[Stage, ...] = (
    undo_misreading,  # ä¸­æ–‡ -> 中文; first, for U+0085 is a line break in text and a byte of 全 in misread text
    unify_line_breaks,  # "\r\n" -> "\n"
    undo_byte_shift,  # 防線??倳?shū)記 -> 防線。總書(shū)記
    remove_annotations,  # 堅(jiān)守 -> 堅守
    mend_characters,  # &nbsp; invisible and private-use characters
)
REPAIR = (*_REPAIRS, repeating(*_REPAIRS))
# see its parts
SEGMENT: tuple[Stage, ...] = (split_glued, join_wrapped)


def debris(rules: Rules, options: Options) -> tuple[Stage, ...]:
    """Keep the article: say for each line what it is, and read from the rest what the page says about itself."""
    label_debris = labelling_by(rules)
    return (
        label_debris,  # phrases: 责任编辑：…, 相关新闻 and its list, ????_??.jpg
        find_headline,
        find_captions,
        judge_regions,  # HTML: what stands outside the article's box
        # shape, place and neighbours; where lines went, the text has new edges, and a path may stand above it now
        *((followed_by(judge_lines, label_debris),) if options.caution == "normal" else ()),
        read_metadata,
        recognise_kinds,  # heading, list item, code, verse
    )


def removal(rules: Rules, options: Options) -> tuple[Stage, ...]:
    """Cut debris inside lines, judge the lines, and take out all but the body; or label, and take out nothing."""
    judge = debris(rules, options)
    if options.debris == "label":
        return (without_cutting(cutting(rules), *judge),)
    captions = {"aside": (), "inline": (keep_captions,), "drop": (drop_captions,)}[options.captions]
    return (cutting(rules), *judge, *captions, drop_labelled)


def normalize(options: Options) -> tuple[Stage, ...]:
    """One way of writing, for the text and for the facts."""
    marks = () if options.punctuation == "keep" else (unify_marks(options),)
    return (*marks, unify_scripts(options), unify_facts(options), tidy_layout)


# A second look is for what may go once its surroundings have gone.  The article's box, its facts and the kinds of its
# blocks have been read, and the line that comes first now is no headline.
READ_ONCE = ("again", "judge_regions", "read_metadata", "recognise_kinds")
# what is written one way already is written again only where more has gone
WRITING = ("unify_punctuation", "unify_script", "unify_facts", "tidy_layout")


def second_look(stages: tuple[Stage, ...]) -> dict[str, Stage]:
    """What each stage does on what is left of the page."""
    again = {stage.__name__: stage for stage in stages if stage.__name__ not in READ_ONCE}
    return {**again, "find_headline": find_imprints}


@dataclass(frozen=True)
class Pipeline:
    """Named stages in their order, and by name what is done again where text has left the page.

    >>> pipeline = build(Options())
    >>> pipeline.names[0], pipeline.names[-1]
    ('undo_misreading', 'tidy_layout')
    >>> "judge_lines" in pipeline.without("judge_lines").names
    False
    """

    stages: tuple[Stage, ...]
    again: Mapping[str, Stage] = field(default_factory=dict)

    def __call__(self, doc: Document) -> Document:
        """Send a document through all stages; what is left of it, once more, so that twice is as once."""
        doc = reduce(lambda doc, stage: stage(doc), self.stages, doc)
        again = [name for name in self.names if name in self.again]
        look, write = ([self.again[name] for name in again if (name in WRITING) is wanted] for wanted in (False, True))
        return settled(doc, look, write)

    def __iter__(self) -> Iterator[Stage]:
        """The stages, in order."""
        return iter(self.stages)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the stages."""
        return tuple(stage.__name__ for stage in self.stages)

    def without(self, *names: str) -> Pipeline:
        """The pipeline less the stages named."""
        gone = {self._place(name) for name in names}
        return replace(self, stages=tuple(stage for place, stage in enumerate(self.stages) if place not in gone))

    def after(self, name: str, *stages: Stage | str) -> Pipeline:
        """The pipeline with *stages* put in after the stage named; a str names one that another package installs."""
        place = self._place(name) + 1
        added = (installed(stage) if isinstance(stage, str) else stage for stage in stages)
        return replace(self, stages=(*self.stages[:place], *added, *self.stages[place:]))

    def _place(self, name: str) -> int:
        if name not in self.names:
            raise OptionError(f"no stage is named {name!r}; there are {', '.join(self.names)}")
        return self.names.index(name)


def build(options: Options, *, common: RuleSet | None = None, site: Sequence[Rule] = ()) -> Pipeline:
    """The pipeline that carries out *options*; with the rules of a *site* before those that are *common* to all."""
    common = common or RuleSet(choose(options))
    rules = WithSite(RuleSet(site), common) if site else common
    stages = (*REPAIR, *SEGMENT, *removal(rules, options), *normalize(options))
    return Pipeline(stages, second_look(stages))
