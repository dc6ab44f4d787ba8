"""The provider for Airflow 3; `flighthub.airflow` is its door.

`provider`, `keys` and `watcher` import nothing of Airflow. The other modules are what Airflow calls.
"""
