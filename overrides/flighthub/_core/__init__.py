"""What every call rests on: settings, addresses, proxies, paths. Nothing here sends, or knows an operation."""
