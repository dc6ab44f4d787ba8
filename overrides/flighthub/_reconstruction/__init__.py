"""Pictures and image sets before they are sent, and the journal of their upload."""
