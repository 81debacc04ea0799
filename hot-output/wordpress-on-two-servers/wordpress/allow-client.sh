#!/bin/sh -e
mysql -e "RENAME USER \"$db_user\"@\"localhost\" TO \"$db_user\"@\"$client\"; GRANT ALL ON $db_name.* TO \"$db_user\"@\"$client\""
