"""DownloadSummary of files by links."""
