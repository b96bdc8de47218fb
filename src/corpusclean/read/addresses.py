"""Reads what the address of a page says: its host, the day in its path, and where addresses on the page lead from it.

Addresses come in, an address, a host or a day goes out.  No address is ever opened.
"""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urljoin, urlsplit

# /2021/03/04/, /2021-03/04/, /20210304/, /t20210304_1.html, /a/2021-03-04/
_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_]?)(0[1-9]|1[0-2])[-/_]?(0[1-9]|[12]\d|3[01])(?!\d)")
_EARLIEST = 1995


def joined(base: str | None, address: str) -> str:
    """*address* as seen from the page at *base*; as it stands where there is no base, or where it is broken.

    >>> joined("https://news.example/a/1.html", "2.html"), joined(None, "2.html")
    ('https://news.example/a/2.html', '2.html')
    """
    try:
        return urljoin(base, address) if base else address
    except ValueError:  # "http://[broken"
        return address


def host_of(url: str) -> str:
    """The name of the host in an address, empty where it has none.

    >>> host_of("https://News.example/a"), host_of("http://[broken")
    ('news.example', '')
    """
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # "http://[broken"
        return ""


def day_of_address(url: str) -> str | None:
    """The day in the path of an address, as ISO 8601.

    >>> day_of_address("https://news.example/2021/0304/c1.html"), day_of_address("https://news.example/p/20219999.html")
    ('2021-03-04', None)
    """
    path = url.partition("://")[2].partition("/")[2].partition("?")[0]
    for match in _DAY.finditer(path):
        try:
            day = date(int(match.group(1)), int(match.group(3)), int(match.group(4)))
        except ValueError:
            continue
        if day.year >= _EARLIEST:
            return day.isoformat()
    return None
