#!/usr/bin/env python3
import os

with open("/etc/acme-worker.conf", "w") as file:
    for name in ("queue", "slots"):
        file.write(name + "=" + os.environ[name] + "\n")
