"""What is about this machine: profiles, diagnosis, the simulator, completion, help."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .._errors import FAILED, USAGE, CommandFailed
from .._settings import SETTINGS, Command, Session, pass_session, read_secret_file
from .._texts import TOPICS

if TYPE_CHECKING:
    from flighthub import Secret


@click.command(cls=Command, context_settings=SETTINGS)
@pass_session
def doctor(session: Session) -> None:
    """Examine host, certificate, clock, key, project, permissions and storage, and say what to do.

    The exit code is 1 when there is a problem.

    Example: flighthub doctor
    """
    session.refuse_dry_run("doctor")
    report = session.fh.doctor()
    session.output.emit(list(report), text=lambda: str(report))
    if not report.ok:
        raise CommandFailed("; ".join(f"{each.check}: {each.text}" for each in report.of("problem")), FAILED)


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--in-project", "projects", multiple=True, help="Project to look at; the client's own when not given.")
@click.option("--rate", type=float, default=2.0, show_default=True, help="Requests per second at most.")
@click.option("--max-requests", type=int, default=200, show_default=True, help="Requests in all at most.")
@click.option("--save", type=click.Path(path_type=Path), metavar="FILE", help="Write the whole report as JSON.")
@pass_session
def conformance(session: Session, projects: tuple[str, ...], rate: float, max_requests: int, save: Path | None) -> None:
    """Find out whether the server does what is documented. Calls what only reads; no value of an answer is kept.

    The exit code is 1 when something contradicts the documentation.

    Example: flighthub conformance --rate 100 --save conformance.json
    """
    session.refuse_dry_run("conformance")
    session.left_behind = "nothing was changed by looking."
    report = session.fh.conformance(
        projects=list(projects) or None, requests_per_second=rate, max_requests=max_requests
    )
    if save is not None:
        report.save(save)
        session.note(f"The report is in {save}.")
    session.output.emit(report.to_dict(), text=lambda: str(report))
    if report.contradicted:
        raise CommandFailed(f"{len(report.contradicted)} members contradict the documentation.", FAILED)


@click.command(cls=Command, context_settings=SETTINGS)
@click.argument("name", default="default")
@pass_session
def configure(session: Session, name: str) -> None:
    """Write a profile: the organization key, and with --project, --region or --base-url, where it belongs.

    On a terminal the key is asked for without showing it; otherwise it is read from standard input, or with
    --token-file from a file. The file can be read by its owner alone.

    Example: flighthub configure quarry --region eu --project "Quarry survey" < key.txt
    """
    from flighthub import Secret

    from .._profiles import read_profiles, write_profile

    session.refuse_dry_run("configure")
    values = session.values
    if "region" in values and "base_url" in values:
        raise click.UsageError("give either --region or --base-url.")
    settings: dict[str, str | Secret] = {
        key: values[key] for key in ("project", "region", "base_url", "language", "ca_bundle") if key in values
    }
    if "token_file" in values:
        token = read_secret_file(values["token_file"], "--token-file")
    elif sys.stdin.isatty():
        token = Secret(click.prompt("Organization key", hide_input=True, err=True))
        for key, question in (
            ("region", "Region (cn, us, eu), empty for an address"),
            ("base_url", "Address"),
            ("project", "Project, empty for none"),
        ):
            if key in settings or (key in ("region", "base_url") and ("region" in settings or "base_url" in settings)):
                continue
            answer = click.prompt(question, default="", show_default=False, err=True)
            if answer:
                settings[key] = answer
    else:
        token = read_secret_file("-", "standard input")
    if not token.reveal().strip():
        raise CommandFailed("the organization key is empty; nothing was written.", USAGE)
    previous = read_profiles().get(name, {})
    rivals = {"region": "base_url", "base_url": "region"}
    kept = {key: value for key, value in previous.items() if rivals.get(key) not in settings}
    merged = {**kept, **settings, "token": Secret(token.reveal().strip())}
    _check(merged)
    session.note(f"The profile {name} is in {write_profile(name, merged)}.")


def _check(settings: dict[str, Any]) -> None:
    """Refuses a profile that no client could be made of."""
    from flighthub import Configuration

    # The environment, and another profile, are not what is checked.
    Configuration(**settings, environment={})


@click.command(cls=Command, context_settings=SETTINGS)
@pass_session
def profiles(session: Session) -> None:
    """List the profiles, without their keys.

    Example: flighthub profiles
    """
    from flighthub import Secret

    from .._profiles import profile_file, read_profiles

    session.refuse_dry_run("profiles")
    rows = [
        {"name": name, **{key: Secret(str(value)) if key == "token" else value for key, value in table.items()}}
        for name, table in read_profiles().items()
    ]
    if not rows:
        session.note(f"There are no profiles in {profile_file()}: flighthub configure writes one.")
    session.output.emit(rows)


@click.command(cls=Command, context_settings=SETTINGS)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=int, default=30812, show_default=True, help="Port to listen on, 0 for a free one.")
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed gives the same world.")
@click.option("--speed", type=float, default=1.0, show_default=True, help="Simulated seconds per second.")
@click.option("--scenario", help="YAML file with the world to start with.")
@click.option("--faults", type=click.Path(path_type=Path), help="YAML file with failures to plan.")
@click.option("--save-profile", metavar="NAME", help="Write a profile for it, so that other commands find it.")
@click.option("--log", is_flag=True, help="Print a line for each request.")
@pass_session
def simulate(session: Session, /, **given: Any) -> None:
    """Run a FlightHub 2 without an account or hardware, until Ctrl-C. Needs the extra simulator.

    Example: flighthub simulate --port 0 --speed 100 --save-profile default
    """
    from flighthub import Secret

    from .._profiles import write_profile

    session.refuse_dry_run("simulate")
    save, log = given.pop("save_profile"), given.pop("log")
    try:
        from flighthub_simulator import Simulator

        simulator = Simulator(**given, log=(lambda line: click.echo(line, err=True)) if log else None)
    except (ImportError, OSError, OverflowError, ValueError) as error:
        raise CommandFailed(str(error), FAILED) from None
    simulator.start()
    try:
        found: dict[str, object] = {
            "base_url": simulator.base_url,
            "token": Secret(simulator.token),
            "project": simulator.project,
        }
        if save:
            write_profile(save, found)
            session.note(f"The profile {save} leads to it.")
        session.output.emit(found)
        session.left_behind = "the simulator is stopped, and its world is gone."
        from ._waiting import hold

        hold(None)
    finally:
        simulator.stop()
        simulator.wait()


@click.command(cls=Command, common=False, context_settings=SETTINGS)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@pass_session
def completion(session: Session, shell: str) -> None:
    """Print the completion script of a shell.

    Example: flighthub completion bash
    """
    from click.shell_completion import get_completion_class

    from .._commands import make_root

    made = get_completion_class(shell)
    if made is None:
        raise click.UsageError(f"there is no completion for {shell}.")
    source = made(make_root(), {}, "flighthub", "_FLIGHTHUB_COMPLETE")
    session.output.write_document(source.source_template % source.source_vars())


@click.command("help", cls=Command, common=False, context_settings=SETTINGS)
@click.argument("words", nargs=-1, metavar="[TOPIC|COMMAND]...")
@click.option("--man", is_flag=True, help="Write manual pages instead: to standard output, or with --to into a folder.")
@click.option("--to", type=click.Path(path_type=Path), help="Folder for the manual pages.")
@pass_session
def help_(session: Session, words: tuple[str, ...], man: bool, to: Path | None) -> None:
    """Explain a topic or a command; `flighthub help topics` lists the topics.

    Example: flighthub help exit-codes
    """
    from .._manual import command_help, manual_pages

    if man:
        pages = manual_pages(words)
        if to is None:
            session.output.write_document("".join(pages.values()))
            return
        to.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (to / name).write_text(text, encoding="utf-8")
        session.note(f"{len(pages)} manual pages are in {to}{os.sep}.")
    elif words in ((), ("topics",)):
        wide = max(map(len, TOPICS))
        lines = [f"{name:<{wide}}  {title}" for name, (title, _) in TOPICS.items()]
        session.output.write_document("\n".join([*lines, ""]))
    elif len(words) == 1 and words[0] in TOPICS:
        title, text = TOPICS[words[0]]
        session.output.write_document(f"{title}\n\n{text}\n")
    else:
        session.output.write_document(f"{command_help(words)}\n")
