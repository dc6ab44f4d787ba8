"""What is known of devices beyond what the operations say: places, distances. No I/O."""
