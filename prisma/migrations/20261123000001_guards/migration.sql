-- What Prisma's schema language cannot say.

-- The audit trail only grows. Owners of a table can always change it, so refusing is up to a trigger.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_events is append-only' USING ERRCODE = 'insufficient_privilege';
END;
$$;

CREATE TRIGGER audit_events_append_only
  BEFORE UPDATE OR DELETE ON "audit_events"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();

CREATE TRIGGER audit_events_no_truncate
  BEFORE TRUNCATE ON "audit_events"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

REVOKE UPDATE, DELETE, TRUNCATE ON "audit_events" FROM PUBLIC;

-- A tenant's address leads to one stack.
CREATE UNIQUE INDEX "stacks_current_of_tenant_key" ON "stacks" ("tenant_id") WHERE "is_current";

-- One region takes those who name none.
CREATE UNIQUE INDEX "regions_default_key" ON "regions" ("is_default") WHERE "is_default";
