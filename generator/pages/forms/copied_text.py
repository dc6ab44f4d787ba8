"""A page as copied from the browser: lines, English or Chinese, with the index above it perhaps.

Members stand one after another, their nesting lost; `nesting.py` finds it again by the spec.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any, Final

from generator.pages.forms.prose import day, named_value, named_values
from generator.pages.model import TYPES, FlatMember, NamedValues, Page
from generator.schema_access import METHODS

_MOST_LINES: Final = 20_000
_MOST_MEMBERS: Final = 1_500
_MOST_EXAMPLES: Final = 10
_DEEPEST: Final = 100
_LONGEST_EXAMPLE: Final = 400_000

_METHODS: Final = {each.upper() for each in METHODS}
_PATH: Final = re.compile(r"(?:https?://[^\s/]{1,200})?(/[A-Za-z0-9_.~{}:$-]+(?:/[A-Za-z0-9_.~{}:$-]+)*)/?")
_CRUMB: Final = re.compile(r"\s*\d{1,3}\.\s+(\S.*)")

_STATUS: Final = {
    "developing": "developing", "开发中": "developing", "released": "released", "已发布": "released",
    "testing": "testing", "测试中": "testing", "deprecated": "deprecated", "已废弃": "deprecated",
    "designing": "designing", "设计中": "designing", "pending": "pending", "待确定": "pending",
    "integrating": "integrating", "联调中": "integrating", "tested": "tested", "已测试": "tested",
    "obsolete": "obsolete", "将废弃": "obsolete", "exception": "exception", "有异常": "exception",
    "custom": "custom",
}  # fmt: skip

_REQUEST: Final = {"Request", "请求参数", "Request Parameters"}
_RESPONSES: Final = {"Responses", "返回响应", "Response"}
_SAMPLES: Final = {"Request Code Samples", "请求示例代码", "Request Samples", "示例代码"}
_END: Final = {"Built with", "Previous", "Next", "上一页", "下一页"}
_SECTIONS: Final = {
    "path": re.compile(r"(Path Params|Path 参数|Path Parameters)\s*(?:application/\S*|multipart/\S*|\S*/json)?"),
    "query": re.compile(r"(Query Params|Query 参数|Query Parameters)\s*(?:application/\S*|multipart/\S*|\S*/json)?"),
    "header": re.compile(
        r"(Header Params|Header 参数|Header Parameters|Headers)\s*(?:application/\S*|multipart/\S*|\S*/json)?"
    ),
    "cookie": re.compile(r"(Cookie Params|Cookie 参数)\s*(?:application/\S*|multipart/\S*|\S*/json)?"),
    "body": re.compile(
        r"(Body Params|Body 参数|Request Body|Body Parameters)\s*(?:application/\S*|multipart/\S*|\S*/json)?"
    ),
}
_ANSWER_BODY: Final = re.compile(r"Body\s*(application/json)?|Body\s*参数.*|(返回)?数据结构")
_STATUS_LINE: Final = re.compile(r"(?:[\U0001F7E0-\U0001F7EB⚪⚫🔴🔵]\s*)?(\d{3}|[1-5]XX)\s*(\S.*)?")

_TYPE: Final = re.compile(
    r"(?P<type>(?:array\s*\[\s*)*(?:enum\s*<\s*(?:string|integer|number|boolean|object|array)\s*>"
    r"|string|integer|number|boolean|object|array|any|null|file)(?:\s*\])*)"
    r"(?:\s*(?P<format><\s*[A-Za-z0-9_-]{1,40}\s*>))?(?P<title>\s*\([^()]{0,80}\))?"
    r"(?P<null>\s*(?:\||or|或)\s*null|\s+nullable|\s*可为\s*null)?",
    re.IGNORECASE,
)
_REQUIRED: Final = {"required": True, "必需": True, "必填": True, "optional": False, "可选": False, "选填": False}
_ALLOWED: Final = re.compile(r"(?:Allowed values?|Allowed value|枚举值|可选值)\s*[:：]\s*(.*)")
_DEFAULT: Final = re.compile(r"(?:Default(?: value)?|默认值|默认)\s*[:：]\s*(.*)")
_EXAMPLES: Final = re.compile(r"(?:Examples?|Example values?|示例值?)\s*[:：]\s*(.*)")
_EXAMPLE_BLOCK: Final = re.compile(r"(?:Examples?|示例|返回示例|请求示例)")
_LIMIT: Final = re.compile(
    r"(?P<how>>=|<=|≥|≤|>|<)\s*(?P<number>-?\d{1,18}(?:\.\d{1,12})?)\s*"
    r"(?P<what>characters?|items?|字符|个字符|项|个)?"
)
_MODIFIED: Final = re.compile(r"(?:Modified at|修改于|更新于|Updated at)\s*[:：]?\s*(.*)")
_NULLABLE: Final = {"nullable", "可为 null", "null"}
_MARKS: Final = re.compile(r'\\.|["\[\]{}]')
_CURL_HEADER: Final = re.compile(r"--header\s+['\"]([A-Za-z0-9-]{1,64})\s*[:;]")


def is_copied_page(lines: Sequence[str]) -> bool:
    """Whether lines hold a page of an operation: a method, and a path below it."""
    return _find_call(lines[:_MOST_LINES]) is not None


def _find_call(lines: Sequence[str]) -> int | None:
    """The line with the method: the path follows it, on the same line or on the next one that is not blank."""
    for number, line in enumerate(lines):
        word, _, rest = line.strip().partition(" ")
        if word not in _METHODS or "•" in line:
            continue
        following = rest.strip() or next((each.strip() for each in lines[number + 1 : number + 4] if each.strip()), "")
        if _PATH.fullmatch(following):
            return number
    return None


def page(lines: Sequence[str], source: str, form: str = "text") -> Page:
    """The page that lines hold; the index above it is passed over.

    Args:
        lines: The lines.
        source: The file.
        form: `text` or `html`.
    """
    lines = lines[:_MOST_LINES]
    call = _find_call(lines)
    if call is None:
        raise ValueError("no operation in these lines")
    made = Page(source, form)
    word, _, rest = lines[call].strip().partition(" ")
    made.method = word
    after = call + 1
    while not rest.strip():
        rest, after = lines[after], after + 1
    found = _PATH.fullmatch(rest.strip())
    made.path = found[1] if found else None
    _read_head(made, lines[:call])
    _Sections(made).read(lines[after:])
    return made


def _read_head(made: Page, lines: Sequence[str]) -> None:
    """Status, title and folder stand above the method, in this order from below."""
    above = [each for each in reversed(lines) if each.strip()]
    for line in above[:12]:
        text = line.strip()
        if text.lower() in _STATUS and made.status is None and not made.title:
            made.status = _STATUS[text.lower()]
        elif crumb := _CRUMB.fullmatch(line):
            made.folders = (crumb[1].strip(),)
            break
        elif "•" in line:
            break
        elif not made.title:
            made.title = text


class _Sections:
    """Reads the lines below the path, section by section."""

    def __init__(self, made: Page) -> None:
        self._page = made
        self._lines: Sequence[str] = ()
        self._at = 0

    def read(self, lines: Sequence[str]) -> None:
        self._lines = lines
        prose: list[str] = []
        section, side = "", "request"
        while self._at < len(lines):
            line = lines[self._at].strip()
            modified = _MODIFIED.fullmatch(line)
            if modified:
                self._page.modified = day(modified[1]) or (
                    day(lines[self._at + 1]) if self._at + 1 < len(lines) else None
                )
            elif line in _END:
                section = "end"
            elif line in _REQUEST:
                section, side = "request", "request"
            elif line in _SAMPLES:
                section = "samples"
            elif line in _RESPONSES:
                section, side = "answer", "answer"
            elif section not in ("", "samples", "end") and (kind := self._section(line, side)):
                section = kind
            elif section == "":
                prose.append(line)
            elif section == "samples":
                self._page.sample_headers += tuple(_CURL_HEADER.findall(line[:2000]))
            elif _EXAMPLE_BLOCK.fullmatch(line) and section != "end":
                self._read_example(side)
            elif line[:1] in ("{", "[") and section in ("answer", "body", "request"):
                self._at -= 1
                self._read_example(side)
            elif section in _SECTIONS or section == "answer":
                self._read_member(section)
            self._at += 1
        self._page.values += named_values("\n".join(prose))

    def _section(self, line: str, side: str) -> str | None:
        if side == "request":
            for name, pattern in _SECTIONS.items():
                if pattern.fullmatch(line) and not self._is_member():
                    return name
        elif _ANSWER_BODY.fullmatch(line) and not self._is_member():
            return "answer"
        elif (status := _STATUS_LINE.fullmatch(line)) and not self._is_member():
            return "answer" if status[1] in ("200", "201", "2XX", "000") else "failure"
        return None

    def _next(self, ahead: int = 1) -> str:
        at = self._at + ahead
        return self._lines[at].strip() if at < len(self._lines) else ""

    def _is_member(self) -> bool:
        return self._head(self._at) is not None

    def _head(self, at: int) -> tuple[FlatMember, int] | None:
        """The member that begins on a line, and how many lines name, type and `required` take."""
        lines = self._lines
        if at + 1 >= len(lines):
            return None
        name, kind = lines[at].strip(), lines[at + 1].strip()
        if not name or len(name) > 120 or len(kind) > 200 or " " in name:
            return None
        required, used = None, 2
        for word, value in _REQUIRED.items():
            if kind.endswith(word) and kind != word and _TYPE.fullmatch(kind.removesuffix(word).strip()):
                kind, required = kind.removesuffix(word).strip(), value
                break
        found = _TYPE.fullmatch(kind)
        if found is None:
            return None
        form, null = found["format"], bool(found["null"])
        while required is None and at + used < len(lines) and used < 6:
            word = lines[at + used].strip()
            if word in _REQUIRED:
                required, used = _REQUIRED[word], used + 1
                break
            if form is None and re.fullmatch(r"<[A-Za-z0-9_-]{1,40}>", word):
                form, used = word, used + 1
            elif word in _NULLABLE:
                null, used = True, used + 1
            else:
                break
        if required is None:
            return None
        made = FlatMember(
            name,
            re.sub(r"\s+", "", found["type"].lower()),
            form.strip("<> ") if form else None,
            required,
            nullable=True if null else None,
        )
        return made, used

    def _read_member(self, section: str) -> None:
        head = self._head(self._at)
        entries = self._page.flat.setdefault(section, [])
        if len(entries) >= _MOST_MEMBERS:
            self._at = len(self._lines)
        if head is None or len(entries) >= _MOST_MEMBERS:
            return
        made, used = head
        entries.append(made)
        self._at += used
        while self._at < len(self._lines) and not self._ends(section):
            self._read_detail(made)
            self._at += 1
        self._at -= 1

    def _ends(self, section: str) -> bool:
        line = self._lines[self._at].strip()
        if self._is_member() or line in _SAMPLES | _RESPONSES | _END or _MODIFIED.fullmatch(line):
            return True
        if _EXAMPLE_BLOCK.fullmatch(line) and self._next()[:1] in ("{", "["):
            return True
        return self._section(line, "answer" if section == "answer" else "request") is not None

    def _read_detail(self, made: FlatMember) -> None:
        line = self._lines[self._at].strip()
        if allowed := _ALLOWED.fullmatch(line):
            made.enum, made.values = self._values(allowed[1].strip())
        elif default := _DEFAULT.fullmatch(line):
            made.default = default[1].strip() or self._following()
        elif example := _EXAMPLES.fullmatch(line):
            made.example = example[1].strip() or self._following()
        elif line in _NULLABLE:
            made.nullable = True
        elif len(line) < 120 and (limits := list(_LIMIT.finditer(line))) and not _LIMIT.sub("", line).strip(" ,，"):
            for limit in limits:
                made.limits[_keyword(made.type, limit)] = _number(limit["number"])
        elif (pair := named_value(line)) is not None:
            self._page.values.append(NamedValues(made.name, {pair[1]: pair[0]}))

    def _following(self) -> str | None:
        """The next line, unless something else begins there."""
        at = self._at + 1
        if at >= len(self._lines) or self._head(at) is not None:
            return None
        self._at = at
        return self._lines[at].strip()

    def _values(self, here: str) -> tuple[str | None, tuple[str, ...]]:
        """The allowed values: run together on one line, or one on each, as markup has them."""
        found = [here] if here else []
        while len(found) < 2_000:
            at = self._at + 1
            line = self._lines[at].strip() if at < len(self._lines) else ""
            if not line or self._head(at) is not None or self._begins(line) or (found and " " in line):
                break
            found.append(line)
            self._at = at
        return (found[0], ()) if len(found) == 1 else (None, tuple(found))

    def _begins(self, line: str) -> bool:
        return bool(
            line in _SAMPLES | _RESPONSES | _END | _REQUEST
            or _DEFAULT.fullmatch(line)
            or _EXAMPLES.fullmatch(line)
            or _EXAMPLE_BLOCK.fullmatch(line)
            or _MODIFIED.fullmatch(line)
            or any(pattern.fullmatch(line) for pattern in _SECTIONS.values())
            or _LIMIT.fullmatch(line)
        )

    def _read_example(self, side: str) -> None:
        """The JSON below the line; it ends where its brackets do."""
        at = self._at + 1
        while at < len(self._lines) and not self._lines[at].strip():
            at += 1
        if at >= len(self._lines) or self._lines[at].lstrip()[:1] not in ("{", "["):
            return
        text, end = _balanced(self._lines, at)
        self._at = end
        examples = self._page.examples.setdefault(side, [])
        value = parse_example(text) if text and len(examples) < _MOST_EXAMPLES else None
        if value is not None:
            examples.append(value)
        elif len(self._page.bad_examples) < _MOST_EXAMPLES:
            self._page.bad_examples.append(side)


def _balanced(lines: Sequence[str], at: int) -> tuple[str, int]:
    """The text from a line to where its brackets end, and the last of its lines; empty where that is too much."""
    depth = size = 0
    inside = False
    for number in range(at, len(lines)):
        line = lines[number]
        size += len(line)
        if size > _LONGEST_EXAMPLE:
            return "", number
        for mark in _MARKS.finditer(line):
            if mark[0] == '"':
                inside = not inside
            elif len(mark[0]) == 1 and not inside:
                depth += 1 if mark[0] in "{[" else -1
                if depth > _DEEPEST:
                    return "", number
        if depth <= 0:
            return "\n".join(lines[at : number + 1]), number
    return "", len(lines) - 1


def parse_example(text: str) -> Any:
    """The value of a JSON text, None where it is none."""
    try:
        value = json.loads(text, parse_int=_integer)
        # Half a character, which an escape may stand for, can be written nowhere.
        json.dumps(value, ensure_ascii=False).encode()
        return value
    except (ValueError, RecursionError):
        return None


def _integer(text: str) -> int | float:
    return int(text) if len(text) < 40 else float("inf")


def _keyword(kind: str, limit: re.Match[str]) -> str:
    kind = kind.removeprefix("enum<").rstrip(">")
    lower = limit["how"] in (">=", "≥", ">")
    what = limit["what"] or ""
    if kind.startswith("array") or what.startswith("item") or what in ("项", "个"):
        return "minItems" if lower else "maxItems"
    if kind == "string" or what:
        return "minLength" if lower else "maxLength"
    if limit["how"] in (">", "<"):
        return "exclusiveMinimum" if lower else "exclusiveMaximum"
    return "minimum" if lower else "maximum"


def _number(text: str) -> float:
    return float(text) if "." in text else int(text)


def types_of(kind: str) -> tuple[int, str | None, bool]:
    """Lists around a type, the type inside, and whether it is an enum: 1, string, yes for `array[enum<string>]`."""
    lists = 0
    while kind.startswith("array[") and kind.endswith("]"):
        kind, lists = kind[6:-1], lists + 1
    is_enum = kind.startswith("enum<")
    inner = kind[5:].rstrip(">") if is_enum else kind
    return lists, inner if inner in TYPES else None, is_enum
