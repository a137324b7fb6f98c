import pg from "pg";

interface Seed {
  readonly tenants: number;
  /** Compose file and image ids are copied from it. */
  readonly releaseId: string;
}

export interface SeededFleet {
  /** One of the tenants, in the middle; the first admin is its owner. */
  readonly slug: string;
}

/** Applications that wait, and that were decided, for so many tenants. */
const applicationsPer = { waiting: 0.02, decided: 0.2 } as const;
const eventsPerTenant = 2;
const operationsPerTenant = 8;

/**
 * Writes rows for a whole fleet and nothing else: no container is made for them. Their engines are
 * addresses where nobody answers, so that the worker, which runs as always, finds nothing to do.
 */
export async function seedFleet(url: string, { tenants, releaseId }: Seed): Promise<SeededFleet> {
  const slug = `bench-${Math.ceil(tenants / 2)}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("BEGIN");
    for (const statement of statements(tenants)) await client.query(statement.text, [...(statement.values ?? [])]);
    await client.query(
      `INSERT INTO releases (id, compose_file, image_ids, created_at)
       SELECT 'bench' || n, compose_file, image_ids, created_at - n * interval '1 day'
       FROM releases, generate_series(1, 4) n WHERE id = $1`,
      [releaseId],
    );
    for (const statement of stackStatements(tenants)) await client.query(statement);
    // Whoever measures is an owner there: clients' pages are for members alone.
    await client.query(
      `INSERT INTO memberships (user_id, tenant_id, role)
       SELECT users.id, tenants.id, 'owner' FROM users, tenants WHERE admin_role = 'owner' AND slug = $1`,
      [slug],
    );
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
  return { slug };
}

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}

function statements(tenants: number): Statement[] {
  return [
    {
      text: `INSERT INTO regions (id, name, base_domain)
             SELECT 'bench' || n, 'Region ' || n, 'r' || n || '.localhost' FROM generate_series(1, 3) n`,
    },
    {
      text: `INSERT INTO engines (id, region_id, endpoint, subnet_pool, last_seen_at)
             SELECT 'bench' || n, 'bench' || n, 'tcp://127.0.0.1:1', '10.' || (100 + n) || '.0.0/16', now()
             FROM generate_series(1, 3) n`,
    },
    {
      text: `INSERT INTO tenants (id, slug, name, owner_email, region_id, intent, intent_reason, intent_actor, created_at)
             SELECT gen_random_uuid(), 'bench-' || n, 'Bench client ' || n, 'owner@bench-' || n || '.example',
                    'bench' || (1 + n % 3),
                    (CASE WHEN n % 50 = 0 THEN 'suspended' WHEN n % 77 = 0 THEN 'closed' ELSE 'running' END)::intent,
                    CASE WHEN n % 50 = 0 THEN 'The invoice is open.' END, 'bench', now() - n * interval '10 minutes'
             FROM generate_series(1, $1) n`,
      values: [tenants],
    },
    {
      text: `INSERT INTO users (id, email, name, email_verified_at)
             SELECT gen_random_uuid(), 'applicant-' || n || '@bench.example', 'Applicant ' || n, now()
             FROM generate_series(1, $1) n`,
      values: [Math.ceil(tenants * (applicationsPer.waiting + applicationsPer.decided))],
    },
    {
      text: `INSERT INTO applications (id, user_id, company_name, slug, region_id, status, created_at, verified_at,
                                       decided_at, decided_by, decision_reason)
             SELECT gen_random_uuid(), users.id, 'Applicant ' || n, 'applicant-' || n, 'bench' || (1 + n % 3),
                    (CASE WHEN n <= $1 THEN 'pending' ELSE 'rejected' END)::application_status,
                    now() - n * interval '1 minute', now(), CASE WHEN n > $1 THEN now() - n * interval '1 minute' END,
                    CASE WHEN n > $1 THEN 'admin:ada@bench.example' END, CASE WHEN n > $1 THEN 'No.' END
             FROM (SELECT id, row_number() OVER (ORDER BY id)::int AS n FROM users
                   WHERE email LIKE 'applicant-%@bench.example') users`,
      values: [Math.ceil(tenants * applicationsPer.waiting)],
    },
    {
      // Not one chain: nobody verifies it here, and pages do not look at hashes.
      text: `INSERT INTO audit_events (seq, at, actor, action, subject, origin, request_id, details, prev_hash, hash)
             SELECT (SELECT coalesce(max(seq), 0) FROM audit_events) + n, now() - ($1 - n) * interval '1 minute',
                    'admin:ada@bench.example', CASE WHEN n % 2 = 0 THEN 'tenant.created' ELSE 'tenant.suspended' END,
                    'tenant:bench-' || (1 + n % $2), 'bench', 'bench-' || n, '{}', 'bench-' || (n - 1), 'bench-' || n
             FROM generate_series(1, $1) n`,
      values: [tenants * eventsPerTenant, tenants],
    },
  ];
}

function stackStatements(tenants: number): string[] {
  return [
    // Observed an hour ahead: the worker does not see them, and pages should count them as seen.
    `INSERT INTO stacks (id, name, tenant_id, engine_id, release_id, generation, settled_generation, phase,
                         secrets_sealed, ready_at, observed, observed_at, last_error_code, last_error_message,
                         last_error_remedy)
     SELECT gen_random_uuid(), t.slug, t.id, t.region_id, 'bench' || (1 + n % 4), 1, 1,
            (CASE WHEN n % 97 = 0 THEN 'failed' ELSE 'settled' END)::stack_phase, '\\x00', now(),
            jsonb_build_object('ready', n % 41 <> 0, 'services', jsonb_build_object(
              'db', jsonb_build_object('state', 'running', 'containerId', md5(n || 'db')),
              'api', jsonb_build_object('state', 'running', 'containerId', md5(n || 'api')),
              'web', jsonb_build_object('state', 'running', 'containerId', md5(n || 'web')))),
            now() + interval '1 hour',
            CASE WHEN n % 97 = 0 THEN 'volume_missing' END, CASE WHEN n % 97 = 0 THEN 'A data volume is gone.' END,
            CASE WHEN n % 97 = 0 THEN 'Restore it from a backup.' END
     FROM (SELECT *, split_part(slug, '-', 2)::int AS n FROM tenants WHERE slug LIKE 'bench-%') t`,
    `INSERT INTO operations (stack_id, run_id, kind, target, cause, started_at, ended_at)
     SELECT s.id, s.id, 'create-container', 'web', 'there is no container', now() - n * interval '1 s', now()
     FROM stacks s, generate_series(1, ${operationsPerTenant}) n WHERE s.name LIKE 'bench-%'
       AND split_part(s.name, '-', 2)::int <= ${tenants}`,
  ];
}
