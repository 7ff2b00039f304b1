"""A web page for people who open no terminal: files in, the report and annotated copies out, on this computer alone.

Who may ask is settled by `guard`, what may be sent by `upload`; `worker` checks in a process of its own; `answers`
holds the last reports, in memory; `app` puts these together and `serve` runs it.
"""
