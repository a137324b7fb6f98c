"""What Alembic runs: on the connection that the caller holds the lock with, or into a SQL script."""

from alembic import context

connection = context.config.attributes.get("connection")
context.configure(
    connection=connection,
    dialect_name="postgresql",
    literal_binds=connection is None,
    transaction_per_migration=True,
)
with context.begin_transaction():
    context.run_migrations()
