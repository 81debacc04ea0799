#!/bin/sh -e
apt-get install -y mariadb-server
printf "[mysqld]\nbind-address = 0.0.0.0\n" > /etc/mysql/mariadb.conf.d/90-bind.cnf
