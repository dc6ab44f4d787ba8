"""What the job that fetches everything new is made of, and does no calls: where files go, what is known of them."""
