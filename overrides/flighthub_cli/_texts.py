"""What the command says about itself: its jobs, topics and exit codes. Data alone, read by help, site and manual."""

from __future__ import annotations

JOBS: dict[str, tuple[str, str, str]] = {
    "fleet": ("devices:fleet", "", "List docks and remote controllers with their aircraft"),
    "watch": ("devices:watch", "", "Print what changes about devices, as it is seen"),
    "alerts": ("devices:alerts", "", "List the alerts of devices, or follow them"),
    "control": ("devices:control", "", "Hold control of an aircraft's payloads until Ctrl-C"),
    "launch": ("flights:launch", "", "Have a dock fly a route: now, or at a time"),
    "tasks": ("flights:tasks", "follow media track history", "Follow flight tasks, fetch their pictures and tracks"),
    "dispatch": ("incidents:dispatch", "", "Hand an incident to a workflow, which may fly there"),
    "route": ("routes:route", "inspect upload download make", "Make, inspect, upload, download route files"),
    "sync": ("nightly:sync", "", "Fetch everything new to a folder or an object store"),
    "reconstruct": ("pictures:reconstruct", "", "Make 3D models, maps and point clouds of photos"),
    "annotate": ("pictures:annotate", "", "Draw the features of a GeoJSON file on the map"),
    "livestream": ("streams:livestream", "open", "Start the live video of a camera"),
    "forward": ("streams:forward", "", "Forward a camera's video to a server until Ctrl-C"),
    "webhook": ("events:webhook", "verify", "Check an event that FlightHub 2 sent"),
    "console": ("screens:console", "", "Show docks, aircraft, tasks and alerts live in a browser"),
    "doctor": ("local:doctor", "", "Find out why nothing works"),
    "conformance": ("local:conformance", "", "Compare what the server does with its documentation"),
    "call": ("catalogue:call", "", "Send a request that no command covers"),
    "api": ("catalogue:api", "", "List what exists: operations, editions, effects"),
    "configure": ("local:configure", "", "Write a profile: key, project, server"),
    "profiles": ("local:profiles", "", "List the profiles, without their keys"),
    "simulate": ("local:simulate", "", "Run a FlightHub 2 to try all of this against"),
    "mcp": ("assistants:mcp", "", "Serve tools for assistants (Model Context Protocol)"),
    "completion": ("local:completion", "", "Print the completion script of bash, zsh or fish"),
    "help": ("local:help_", "", "Explain a topic or a command; write manual pages"),
}
"""Name of each job, with where it is (module of `_jobs`, and its command there), its own commands, and its summary."""

FORMATS = ("table", "json", "jsonl", "csv", "yaml", "geojson", "gpx")

COMMON: dict[str, tuple[str, str, str]] = {
    "profile": ("Connection", "NAME", "Profile to use; `default` where there is one."),
    "project": ("Connection", "PROJECT", "Id or name of the project to act on."),
    "region": ("Connection", "REGION", "Where the organization is: cn, us or eu."),
    "base-url": ("Connection", "URL", "Address of an installation on premises."),
    "token-file": ("Connection", "FILE", "File with the organization key, - for standard input."),
    "language": ("Connection", "LANGUAGE", "Language of the server's texts: en or zh."),
    "ca-bundle": ("Connection", "FILE", "File with the certificates to trust."),
    "deadline": ("Connection", "SECONDS", "Seconds that a call may take in all."),
    "output": ("Output", "FORM", f"Form of the answer: {', '.join(FORMATS)}."),
    "fields": ("Output", "A,B.C", "Members to show, such as name,gateway.sn."),
    "query": ("Output", "EXPRESSION", "Expression of JMESPath for the answer."),
    "utc": ("Output", "", "Show times in UTC."),
    "reveal": ("Output", "", "Show the secrets of this answer."),
    "quiet": ("Output", "", "Leave out notes and progress."),
    "yes": ("Care", "", "Do not ask."),
    "dry-run": ("Care", "", "Show the request and send nothing."),
    "debug": ("Care", "", "Show attempts and tracebacks."),
}
"""The options that all commands have: section, what its value is called (empty for a flag), and text."""

EXIT_CODES: tuple[tuple[int, str], ...] = (
    (0, "done"),
    (1, "failed"),
    (2, "usage, settings, or an argument that cannot be right; nothing was sent"),
    (3, "the organization key is wrong, or may not do this"),
    (4, "not found"),
    (5, "the server is busy, or calls come too often"),
    (6, "a device or a flight refused or failed"),
    (7, "outcome unknown: it was sent and may have been carried out; do not repeat it blindly"),
    (8, "timed out waiting; what was waited for goes on"),
    (9, "no connection, or something answered that is not FlightHub 2"),
    (130, "ended by Ctrl-C"),
)
"""What each exit code says. They do not change."""

TOPICS: dict[str, tuple[str, str]] = {
    "configuration": (
        "Where the key, the project and the server come from",
        """\
The organization key is never an argument, as arguments are kept in the shell's history and shown in the list of
processes. It comes from `FLIGHTHUB_TOKEN`, from a file named by `--token-file` (`-` for standard input), or from a
profile. `flighthub configure` writes a profile: it asks for the key without showing it, or reads it from standard
input, and the file can be read by its owner alone.

`--profile` or `FLIGHTHUB_PROFILE` names the profile. Without either, and without a key from elsewhere, the profile
`default` is used where there is one. Variables (`FLIGHTHUB_PROJECT`, `_REGION`, `_BASE_URL`, `_LANGUAGE`, `_CA_BUNDLE`)
go before the profile, and options before both.""",
    ),
    "values": (
        "How values are written",
        """\
Text stays text: `1E5`, `007`, `null` and `2024` arrive as they are typed. Names of commands and options may be written
with hyphens or underscores.

Objects are JSON: `'{"interval": 1}'`, or a file as `@rule.json`, or standard input as `@-`. A list is an option that is
given several times. What identifies a thing, such as `--device-sn`, may be given without the option's name. Times are
Unix seconds, as on the wire, or dates such as `2026-03-01T10:30`, which are local unless they say otherwise.

A password, a push address or anything else that is secret is not taken from the command line: `@file` reads it from a
file, `@-` from standard input (one line end at its end is left out), and on a terminal it is asked for without showing
it.""",
    ),
    "output": (
        "Tables, JSON and other forms of the answer",
        """\
Standard output has the answer and nothing else; notes and progress go to standard error. On a terminal the answer is a
table, otherwise JSON. `--output` chooses: `table`, `json`, `jsonl` (a line for each item), `csv`, `yaml`, `geojson` and
`gpx` (of what has positions). `--query` takes an expression of JMESPath, `--fields a,b.c` some members. Streams, such
as those of `watch`, `alerts --follow` and `tasks follow`, print a JSON object for each line, or text on a terminal.

JSON has times as they travel; tables have them in the local zone, or in UTC with `--utc`. Secrets (keys, passwords,
signed links) print as `…`; `--reveal` shows those of this call. `NO_COLOR` is respected.""",
    ),
    "safety": (
        "What asks, what refuses, what is never sent twice",
        """\
What is dangerous (moves an aircraft, takes control, spends quota, destroys data) says what will happen and asks. Where
there is no terminal to ask on, it needs `--yes`. `--dry-run` shows the request, without secrets, and sends nothing.

What must not happen twice is sent once, whatever happens. When its answer is lost, the exit code is 7 and the message
says how to find out what happened. `launch --key alarm-4712` launches at most one flight for that key, ever.""",
    ),
    "interrupting": (
        "What Ctrl-C does",
        """\
Ctrl-C ends a command within a second, says what was left and how to go on, and the exit code is 130. A flight goes on;
uploads and downloads continue when the same command is called again; control is given up and a forwarder is deleted. A
second Ctrl-C ends at once, without any of that.""",
    ),
    "exit-codes": (
        "What the exit code says",
        "\n".join(f"{code:>4}  {text}" for code, text in EXIT_CODES)
        + """

An error is one line on standard error with what to do next; `--debug` shows more. With `--output json` it is a JSON
object with `type`, `message`, `exit_code` and, where they are known, `code`, `hint`, `next_step` and `request_ids`.""",
    ),
}
"""Name of each topic, with its title and its text: paragraphs with `code`, and lines that begin with blanks."""
