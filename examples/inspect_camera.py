"""Looks through the camera of an aircraft that is on: its lenses, its clarity, and a livestream.

    inspect_camera.py [aircraft]     serial number or callsign; the first one that is on when not given

It takes control of the camera from whoever has it, and gives it up at the end. Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT
and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), then run it.
"""

from __future__ import annotations

import sys

from flighthub import FlightHub
from flighthub.types import Aircraft


def main(name: str | None) -> None:
    """Shows each lens of the first camera."""
    with FlightHub() as fh:
        aircraft = chosen(fh, name)
        camera = aircraft.camera_list[0]
        view = fh.livestreams.open(aircraft.sn, camera.camera_index, quality="smooth", expires_in=1800)
        print(f"{aircraft.callsign}: {camera.name} ({camera.camera_index})")
        # view.url.reveal(), or view.source, is what a player needs. It is a secret, so it is not printed.
        print(f"Live by {view.url_type} until {view.expires_at}")

        with fh.devices.control(aircraft.sn, camera.camera_index) as control:
            for holder in control.holders:
                who = holder.user.call_sign if holder.user else "somebody"
                print(f"{holder.payload_index} is under control of {who}")
            for lens in dict.fromkeys(lens for group in camera.lens_list for lens in group.available_lens_types):
                control.change_lens(lens)
                print(f"Shows the lens {lens}")
                view.renew_if_needed()
            control.set_quality("ultra_high_definition")
            print("Shows it as clearly as it can")
    print("Control is given up")


def chosen(fh: FlightHub, name: str | None) -> Aircraft:
    """The aircraft that was named, or the first one that is on and has a camera."""
    for unit in fh.devices.fleet():
        aircraft = unit.aircraft
        if aircraft is None or not aircraft.camera_list:
            continue
        if name in (aircraft.sn, aircraft.callsign) or (name is None and unit.aircraft_is_online):
            return aircraft
    raise SystemExit("no such aircraft with a camera; is it switched on?")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
