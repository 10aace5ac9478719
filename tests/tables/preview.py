"""A site's files, each made when it is asked for: `build` would make some 30
pages and charts of every comparison, of which data.json alone is looked at."""
import http.client
import os
import re
import subprocess
import sys
import tempfile

ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
PROGRAM = os.path.join(ROOT, "build/paragone")


class Preview:
    """As `with Preview(content) as preview: preview.get("trees/data.json")`."""

    def __init__(self, content):
        self.errors = tempfile.TemporaryFile("w+")  # a pipe would be full of warnings
        self.process = subprocess.Popen([PROGRAM, "serve", content, "--port", "0"], text=True,
                                        stdout=subprocess.PIPE, stderr=self.errors)

    def __enter__(self):
        found = re.match(r"http://([\d.]+):(\d+)/ shows", self.process.stdout.readline())
        if not found:
            self.process.wait()
            self.errors.seek(0)
            sys.exit(f"{self.errors.read()}FAIL the preview starts")
        self.connection = http.client.HTTPConnection(found[1], int(found[2]))
        return self

    def get(self, path):
        self.connection.request("GET", "/" + path)
        answer = self.connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200:
            print(body)
            sys.exit(f"FAIL {path} is {answer.status}")
        return body

    def __exit__(self, *_):
        self.connection.close()
        self.process.terminate()
        self.process.wait()
        self.errors.close()
