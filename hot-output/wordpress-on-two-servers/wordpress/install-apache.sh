#!/bin/sh -e
apt-get install -y apache2 libapache2-mod-php php-mysql
