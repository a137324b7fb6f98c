"""Migrated databases for tests, handed round: emptying one is quicker than making one."""

import os
from typing import Any, Self

import asyncpg

# What a database is made of. A test that changed any of it does not leave its database to others.
_SHAPE = """
SELECT md5(string_agg(line, E'\\n' ORDER BY line)) FROM (
  SELECT concat_ws(' ', 'column', attrelid::regclass, attname, atttypid::regtype, attnotnull) AS line
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
   WHERE relnamespace = 'public'::regnamespace AND attnum > 0 AND NOT attisdropped
  UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, pg_get_constraintdef(oid))
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', 'function', pg_get_functiondef(oid))
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
) AS lines"""
_TABLES = """
SELECT c.relname AS name,
       (SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute
         WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns,
       EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND NOT tgisinternal) AS guarded
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY 1"""


async def connect(database: str) -> Any:
    return await asyncpg.connect(
        host=os.environ["DB_HOST"], user="cms", password=os.environ["DB_PASSWORD"], database=database
    )


async def _administer(statement: str) -> None:
    connection = await connect("cms")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


async def create_database(name: str, template: str = "template1") -> None:
    await _administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}" STRATEGY file_copy')


async def drop_database(name: str) -> None:
    await _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


class Databases:
    """Copies of one migrated database. What is given back is as new before somebody else takes it."""

    def __init__(self, template: str, shape: str, reset: str) -> None:
        self._template = template
        self._shape = shape
        self._reset = reset
        self._idle: list[str] = []
        self._made = 0

    @classmethod
    async def of(cls, template: str) -> Self:
        connection = await connect(template)
        try:
            tables = await connection.fetch(_TABLES)
            rows = [
                (table, await connection.fetchval(f'SELECT json_agg(t)::text FROM "{table["name"]}" t'))
                for table in tables
            ]
            shape = await connection.fetchval(_SHAPE)
        finally:
            await connection.close()
        names = ", ".join(f'"{table["name"]}"' for table in tables)
        guarded = [table["name"] for table in tables if table["guarded"]]
        statements = [
            "SET LOCAL lock_timeout = '2s'",
            *(f'ALTER TABLE "{name}" DISABLE TRIGGER USER' for name in guarded),
            f"TRUNCATE {names} RESTART IDENTITY",
            *(
                f'INSERT INTO "{table["name"]}" ({table["columns"]}) SELECT {table["columns"]}'
                f' FROM json_populate_recordset(NULL::"{table["name"]}", $rows${content}$rows$)'
                for table, content in rows
                if content
            ),
            *(f'ALTER TABLE "{name}" ENABLE TRIGGER USER' for name in guarded),
        ]
        return cls(template, shape, ";\n".join(statements))

    async def take(self) -> str:
        """The name of a database that nobody uses."""
        if self._idle:
            return self._idle.pop()
        self._made += 1
        name = f"{self._template}_{self._made}"
        await create_database(name, self._template)
        return name

    async def give_back(self, name: str) -> None:
        """Empty it for the next; drop it if its shape is another or somebody still holds on to it."""
        if await self._is_as_new(name):
            self._idle.append(name)
        else:
            await drop_database(name)

    async def _is_as_new(self, name: str) -> bool:
        connection = await connect(name)
        try:
            if await connection.fetchval(_SHAPE) != self._shape:
                return False
            # One message, one transaction.
            await connection.execute(self._reset)
            return True
        except asyncpg.LockNotAvailableError:
            return False
        finally:
            await connection.close()

    async def close(self) -> None:
        for name in self._idle:
            await drop_database(name)
