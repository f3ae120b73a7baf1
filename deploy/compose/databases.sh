#!/bin/bash
# Run once by the image of PostgreSQL on an empty volume: a database and two roles for each service, and Keycloak's.
# The role that serves owns nothing; migrations, run as the owner, grant it what it may do.
set -euo pipefail

role() {
    psql -v ON_ERROR_STOP=1 -v role="$1" -v password="$2" <<'SQL'
create role :"role" login nosuperuser nobypassrls password :'password';
SQL
}

database() {
    psql -v ON_ERROR_STOP=1 -v name="$1" -v owner="$2" -v reader="$3" <<'SQL'
create database :"name" owner :"owner";
revoke all on database :"name" from public;
grant connect on database :"name" to :"reader";
SQL
}

for service in gateway submission review award; do
    upper=${service^^}
    owner=${upper}_OWNER_PASSWORD
    app=${upper}_APP_PASSWORD
    role "${service}_owner" "${!owner}"
    role "${service}_app" "${!app}"
    database "$service" "${service}_owner" "${service}_app"
done
role keycloak "$KEYCLOAK_DB_PASSWORD"
database keycloak keycloak keycloak
