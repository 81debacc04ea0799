#!/bin/sh -e
apt-get purge -y acme-worker
