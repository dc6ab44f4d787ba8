"""Promises of the command: what it sends, prints, asks and refuses, and how it ends.

Commands run in this process wherever a process of their own is not what is tested.
"""
