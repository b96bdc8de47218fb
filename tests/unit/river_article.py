"""The short article that the pages of the HTML tests are made around."""

from __future__ import annotations

TITLE = "江边步道今天重新开放"
BODY = [
    "昨天夜里下了一场大雨，江边的步道被淹了半米多深，值班人员连夜拉起了警戒线。",
    "今天一早，水位退到警戒线以下，附近的居民又回来散步，有人带着孩子看水。",
    "水务部门说，未来三天还有两轮降雨，请大家远离河道，不要在桥下停车。",
]
PARAGRAPHS = "".join(f"<p>{line}</p>" for line in BODY)
