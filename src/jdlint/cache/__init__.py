"""What is remembered between runs: outcomes of documents, the compiled rulebook, reports as they were shown.

The modules are imported one by one: the path of an unchanged run takes those of `shown` and nothing heavier.
"""
