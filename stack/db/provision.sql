-- Role, database and password become what the environment says; run as superuser on every start.
-- Values come from the environment, so that no argument list and no log ever holds them.
\getenv role DB_USER
\getenv database DB_NAME
\getenv password DB_PASSWORD
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';

SELECT format('CREATE ROLE %I LOGIN', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = :'role')
\gexec
SELECT format('CREATE DATABASE %I OWNER %I', :'database', :'role')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec
SELECT format('REVOKE CONNECT, TEMPORARY ON DATABASE %I FROM PUBLIC', :'database')
 WHERE EXISTS (SELECT FROM pg_database WHERE datname = :'database' AND datacl IS NULL)
\gexec
-- PASSWORD_IS_RIGHT is what provision.sh found out by trying; 0 also when there is none yet.
SELECT format('ALTER ROLE %I PASSWORD %L', :'role', :'password')
 WHERE NOT :'right'::boolean
\gexec
