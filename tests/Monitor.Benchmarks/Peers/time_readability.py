"""Reads the pages of a folder with readability: one pass for each line of input; out go seconds of processor time."""
import logging
import pathlib
import sys
import time

from readability import Document

logging.disable(logging.CRITICAL)
pages = [path.read_bytes() for path in sorted(pathlib.Path(sys.argv[1]).iterdir())]
print("ready", flush=True)
for _ in sys.stdin:
    began = time.process_time()
    for page in pages:
        document = Document(page)
        if not (document.short_title() and document.summary(html_partial=True)):
            sys.exit("a page was not read")
    print(time.process_time() - began, flush=True)
