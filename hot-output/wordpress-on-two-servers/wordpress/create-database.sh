#!/bin/sh -e
mysql <<END
CREATE DATABASE IF NOT EXISTS $db_name;
CREATE USER IF NOT EXISTS "$db_user"@"localhost" IDENTIFIED BY "$db_password";
END
