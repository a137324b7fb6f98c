"""Sites that come from WordPress: its export file (WXR), alone or in a zip beside the uploads folder."""
