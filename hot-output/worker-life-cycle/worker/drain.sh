#!/bin/sh -e
acme-worker drain --wait
systemctl stop acme-worker
