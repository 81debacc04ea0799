#!/bin/sh -e
echo "store=$store" > /etc/acme-agent.conf
systemctl restart acme-agent
