#!/bin/sh -e
tar -czf /var/backups/acme-worker.tar.gz /etc/acme-worker.conf /var/lib/acme-worker
