"""The first calls of an integration: projects, devices, and what is being reconstructed.

Set FLIGHTHUB_TOKEN, FLIGHTHUB_PROJECT and FLIGHTHUB_REGION (or FLIGHTHUB_BASE_URL), then run it.
"""

from __future__ import annotations

from flighthub import FlightHub


def main() -> None:
    """Prints what the organization key may see."""
    with FlightHub() as fh:
        fh.system.status()

        print("Projects")
        for project in fh.projects.list():
            print(f"  {project.name}  {project.uuid}")

        print("Devices of the project")
        for pair in fh.devices.list():
            for device in (pair.gateway, pair.drone):
                if device is not None:
                    model = device.device_model.name if device.device_model else "unknown model"
                    online = "online" if device.device_online_status else "offline"
                    mode = device.mode_code.name if device.mode_code else "no mode"
                    print(f"  {device.callsign}  {model}  {device.sn}  {online}, {mode}")

        print("Models being reconstructed")
        for job in fh.open_models.list_running():
            kind, state = job.model_type.name, job.model_status.name
            print(f"  {job.model_uuid}  {kind}: {state} ({job.model_status.value}), {job.reconstruction_progress} %")


if __name__ == "__main__":
    main()
