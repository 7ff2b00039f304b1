"""The language server: what jdlint finds, shown while a document or a rule is being written.

pygls and lsprotocol come with the extra `jdlint[lsp]` and are imported by this package alone.
"""
