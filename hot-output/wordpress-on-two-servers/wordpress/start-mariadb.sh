#!/bin/sh -e
systemctl enable --now mariadb
