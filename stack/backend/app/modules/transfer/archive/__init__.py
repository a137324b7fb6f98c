"""A site as one file.

    manifest.json     format and version, release, what there is of each, SHA-256 of every other file
    site.json design.json types.json terms.json folders.json
    media.jsonl       one line for each file of the library, its content in media/<sha256>.<extension>
    entries.jsonl     one line for each entry, what is public of it among it; parents before what is below, as in terms.json
    revisions.jsonl   if asked for
    redirects.jsonl   addresses of old

Nobody's password, session, token or webhook is in it.
"""
