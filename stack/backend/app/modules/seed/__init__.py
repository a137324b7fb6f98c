"""Sample sites to begin with: prose and pictures of our own. Read from files when one is asked for."""
