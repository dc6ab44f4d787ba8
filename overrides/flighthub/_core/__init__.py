"""What calls rest on: settings, addresses, clocks, journals. No module here sends anything or knows an operation."""
