"""What a release is held to, and the hook that gives pages of the site their language."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

import corpusclean
from tools import release_check, site_language

ROOT = Path(__file__).parents[2]


class TestChangelog:
    def test_this_version_has_an_entry(self) -> None:
        text = (ROOT / "CHANGELOG.md").read_text("utf-8")
        assert release_check.check_changelog(corpusclean.__version__, text).startswith(corpusclean.__version__)

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            ("## Unreleased\n\n### What comes out differently\n", "no entry 1.2.0"),
            ("## 1.2.01, today\n\n### What comes out differently\n", "no entry 1.2.0"),
            ("## 1.2.0, today\n\n### Added\n\n## 1.1.0\n\n### What comes out differently\n", "differently in 1.2.0"),
        ],
    )
    def test_an_entry_that_does_not_say_what_comes_out_differently_is_none(self, text: str, says: str) -> None:
        with pytest.raises(release_check.Failed, match=says):
            release_check.check_changelog("1.2.0", text)


class TestSiteLanguage:
    @pytest.mark.parametrize(
        ("name", "language", "links"),
        [
            ("index.md", "en", ["index.html", "zh/index.html"]),
            ("quickstart.md", "en", ["quickstart.html", "zh/quickstart.html"]),
            ("zh/quickstart.md", "zh", ["quickstart.html", "zh/quickstart.html"]),
            ("adr/index.md", "en", ["adr/index.html", "zh/index.html"]),
        ],
    )
    def test_a_page_has_the_language_of_its_folder_and_leads_to_the_other(
        self, name: str, language: str, links: list[str]
    ) -> None:
        theme: dict[str, Any] = {}
        choices = [{"lang": "en"}, {"lang": "zh"}]
        config = SimpleNamespace(theme=theme, extra={"alternate": choices}, docs_dir=str(ROOT / "docs"))
        site_language.on_page_context({}, SimpleNamespace(file=SimpleNamespace(src_uri=name)), config, None)
        assert theme["language"] == language
        assert [choice["link"] for choice in choices] == links

    def test_the_site_offers_every_language(self) -> None:
        text = (ROOT / "mkdocs.yml").read_text("utf-8")
        assert all(f"lang: {language}}}" in text for language in site_language.FOLDERS)
        assert "tools/site_language.py" in text
