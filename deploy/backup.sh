#!/bin/sh
# backup.sh FOLDER: writes the database (pg_dump) and the authority's keys there, in a folder of the time.
# Reads DATABASE_URL and TSUNAGI_DATA, as the centre does. The keys are copied as they lie on disk: encrypted, when the
# centre was given TSUNAGI_AUTHORITY_PASSPHRASE.
set -eu
: "${DATABASE_URL:?DATABASE_URL を指定してください}"
: "${TSUNAGI_DATA:?TSUNAGI_DATA を指定してください}"
umask 077
place="$1/$(date -u +%Y%m%dT%H%M%SZ)"
mkdir -p "$place.unfinished"
pg_dump --format=custom --file="$place.unfinished/database.dump" --dbname="$DATABASE_URL"
cp -R "$TSUNAGI_DATA/authority" "$place.unfinished/authority"
sync
mv "$place.unfinished" "$place"
echo "$place"
