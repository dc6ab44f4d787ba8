"""The names that other people's programs use: which there are, which are frozen, and which former ones still work.

`surface` reads them from the source, `freeze` keeps them in a file, `aliases` declares what was renamed. What has
changed between two versions is told by `generator/report/`.
"""
