"""A whole site, carried out as one file and in again; other systems' sites, brought in."""
