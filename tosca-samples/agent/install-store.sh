#!/bin/sh -e
apt-get install -y acme-store
