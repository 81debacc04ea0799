#!/bin/sh -e
cd /var/www/html
mv wordpress "$path"
sed -e "s/database_name_here/$db_name/" -e "s/username_here/$db_user/" -e "s/password_here/$db_password/" \
  -e "s/localhost/$db_host:$db_port/" "$path/wp-config-sample.php" > "$path/wp-config.php"
systemctl restart apache2
