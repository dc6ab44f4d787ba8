"""Some fifty names of files that nobody should write to a disk as they are."""

from __future__ import annotations

HOSTILE = (
    *("..", ".", "", " ", "...", "/", "//", "\\", "~", "~root"),
    *("../x", "../../../../etc/passwd", "/etc/passwd", "..\\..\\x", "C:\\windows\\x", "C:x", "\\\\host\\share\\x"),
    *("a/../../x", "a/./x", "./x", "x/", "x/.", "x/..", "....//x", "..%2fx", "%2e%2e/x", "..\u2215x", "\uff0e\uff0e/x"),
    *("a\x00.jpg", "a\n.jpg", "a\r\n.jpg", "\x1b[2J.jpg", "a\u202ecod.exe", "\ufeffx", "\u2028x", "x\u200b.jpg"),
    *("CON", "nul.txt", "LPT1.jpg", "aux.", "x.", "x ", ".bashrc", ".x.part", "-rf", "x" * 5000, "ä" * 200 + ".JPG"),
    *("x:stream", "a|b<c>d*.jpg", 'a"b.jpg', "\ud800.jpg"),
)
