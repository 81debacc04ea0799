#!/bin/sh -e
apt-get install -y acme-worker
dpkg-query -W -f "\${Version}" acme-worker > "$heat_outputs_path.version"
