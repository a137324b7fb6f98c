BEGIN;

CREATE TABLE alembic_version (
    version_num VARCHAR(32) NOT NULL, 
    CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

-- Running upgrade  -> 0001

CREATE TABLE schema_floor (
    revision TEXT NOT NULL, 
    PRIMARY KEY (revision)
);

INSERT INTO schema_floor (revision) VALUES ('0001');

CREATE TABLE users (
    id UUID NOT NULL, 
    name TEXT NOT NULL, 
    email TEXT NOT NULL, 
    password_hash TEXT NOT NULL, 
    role TEXT NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT users_role_known CHECK (role IN ('admin'))
);

CREATE UNIQUE INDEX users_email_key ON users (lower(email));

CREATE TABLE sessions (
    token_hash BYTEA NOT NULL, 
    user_id UUID NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    PRIMARY KEY (token_hash), 
    CONSTRAINT sessions_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX sessions_user_id_idx ON sessions (user_id, created_at);

CREATE INDEX sessions_expires_at_idx ON sessions (expires_at);

CREATE TABLE setup_links (
    token_hash BYTEA NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    used_at TIMESTAMP WITH TIME ZONE, 
    PRIMARY KEY (token_hash)
);

CREATE TABLE pages (
    id UUID NOT NULL, 
    slug TEXT NOT NULL, 
    title TEXT NOT NULL, 
    body TEXT NOT NULL, 
    status TEXT NOT NULL, 
    version INTEGER NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    published_at TIMESTAMP WITH TIME ZONE, 
    author_id UUID, 
    PRIMARY KEY (id), 
    CONSTRAINT pages_slug_key UNIQUE (slug), 
    CONSTRAINT pages_status_known CHECK (status IN ('draft', 'published')), 
    CONSTRAINT pages_version_positive CHECK (version > 0), 
    CONSTRAINT pages_author_id_fkey FOREIGN KEY(author_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE INDEX pages_recent_idx ON pages (updated_at DESC, id DESC);

CREATE INDEX pages_published_idx ON pages (published_at DESC) WHERE status = 'published';

CREATE TABLE site_settings (
    id SMALLINT NOT NULL, 
    title TEXT, 
    tagline TEXT DEFAULT '' NOT NULL, 
    language TEXT DEFAULT 'en' NOT NULL, 
    home_page_id UUID, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT site_settings_single_row CHECK (id = 1), 
    CONSTRAINT site_settings_home_page_id_fkey FOREIGN KEY(home_page_id) REFERENCES pages (id) ON DELETE SET NULL
);

INSERT INTO site_settings (id) VALUES (1);

INSERT INTO alembic_version (version_num) VALUES ('0001') RETURNING alembic_version.version_num;

COMMIT;

BEGIN;

-- Running upgrade 0001 -> 0002

ALTER TABLE users DROP CONSTRAINT users_role_known;

ALTER TABLE users ADD CONSTRAINT users_role_known CHECK (role IN ('owner', 'admin', 'editor', 'author', 'viewer'));

ALTER TABLE users ADD COLUMN demo BOOLEAN DEFAULT false NOT NULL;

ALTER TABLE users ADD COLUMN signed_in_at TIMESTAMP WITH TIME ZONE;

UPDATE users SET role = 'owner', signed_in_at = created_at WHERE role = 'admin';

CREATE TABLE used_entries (
    id_hash BYTEA NOT NULL, 
    expires_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    PRIMARY KEY (id_hash)
);

CREATE INDEX used_entries_expires_at_idx ON used_entries (expires_at);

CREATE TABLE installation (
    id SMALLINT NOT NULL, 
    site_url TEXT, 
    site_name TEXT, 
    demo_expires_at TIMESTAMP WITH TIME ZONE, 
    demo_keep_url TEXT, 
    first_signed_in_at TIMESTAMP WITH TIME ZONE, 
    PRIMARY KEY (id), 
    CONSTRAINT installation_single_row CHECK (id = 1), 
    CONSTRAINT installation_demo_whole CHECK ((demo_expires_at IS NULL) = (demo_keep_url IS NULL))
);

INSERT INTO installation (id) VALUES (1);

UPDATE installation SET first_signed_in_at = (SELECT min(created_at) FROM users);

ALTER TABLE pages ADD COLUMN summary TEXT DEFAULT '' NOT NULL;

ALTER TABLE pages ADD COLUMN cover TEXT DEFAULT '' NOT NULL;

ALTER TABLE pages ADD COLUMN cover_alt TEXT DEFAULT '' NOT NULL;

ALTER TABLE pages ADD COLUMN in_navigation BOOLEAN DEFAULT true NOT NULL;

ALTER TABLE pages ADD COLUMN position INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE site_settings ADD COLUMN theme TEXT DEFAULT 'paper' NOT NULL;

ALTER TABLE site_settings ADD COLUMN sample_title TEXT;

UPDATE alembic_version SET version_num='0002' WHERE alembic_version.version_num = '0001';

COMMIT;

BEGIN;

-- Running upgrade 0002 -> 0003

CREATE TABLE outbox (
    id BIGINT GENERATED ALWAYS AS IDENTITY, 
    name TEXT NOT NULL, 
    payload JSONB NOT NULL, 
    actor_kind TEXT NOT NULL, 
    actor_id UUID, 
    actor_name TEXT NOT NULL, 
    request_id TEXT, 
    address TEXT, 
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    attempts INTEGER DEFAULT '0' NOT NULL, 
    due_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    pending TEXT[], 
    PRIMARY KEY (id), 
    CONSTRAINT outbox_actor_kind_known CHECK (actor_kind IN ('user', 'token', 'system', 'freehold'))
);

UPDATE alembic_version SET version_num='0003' WHERE alembic_version.version_num = '0002';

COMMIT;

BEGIN;

-- Running upgrade 0003 -> 0004

CREATE TABLE api_tokens (
    id UUID NOT NULL, 
    user_id UUID NOT NULL, 
    name TEXT NOT NULL, 
    hint TEXT NOT NULL, 
    token_hash BYTEA NOT NULL, 
    scopes TEXT[] NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    expires_at TIMESTAMP WITH TIME ZONE, 
    last_used_at TIMESTAMP WITH TIME ZONE, 
    PRIMARY KEY (id), 
    CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash), 
    CONSTRAINT api_tokens_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE CASCADE
);

CREATE INDEX api_tokens_user_id_idx ON api_tokens (user_id);

CREATE TABLE audit_log (
    id BIGINT NOT NULL, 
    at TIMESTAMP WITH TIME ZONE NOT NULL, 
    event TEXT NOT NULL, 
    actor_kind TEXT NOT NULL, 
    actor_id UUID, 
    actor_name TEXT NOT NULL, 
    subject_type TEXT NOT NULL, 
    subject_id TEXT NOT NULL, 
    title TEXT NOT NULL, 
    details JSONB NOT NULL, 
    address TEXT, 
    request_id TEXT, 
    PRIMARY KEY (id)
);

CREATE FUNCTION audit_log_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' THEN
            IF OLD.at < now() - interval '1 year' THEN
              RETURN OLD;
            END IF;
          END IF;
          RAISE EXCEPTION 'the audit log only grows';
        END
        $$;

CREATE TRIGGER audit_log_only_grows BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_only_grows();

CREATE TRIGGER audit_log_is_not_emptied BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_only_grows();

CREATE TABLE webhooks (
    id UUID NOT NULL, 
    name TEXT NOT NULL, 
    url TEXT NOT NULL, 
    events TEXT[] NOT NULL, 
    active BOOLEAN NOT NULL, 
    nonce BYTEA NOT NULL, 
    failures INTEGER DEFAULT '0' NOT NULL, 
    stopped_why TEXT, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id)
);

CREATE TABLE webhook_deliveries (
    id UUID NOT NULL, 
    webhook_id UUID NOT NULL, 
    message_id TEXT NOT NULL, 
    event TEXT NOT NULL, 
    body TEXT NOT NULL, 
    status TEXT NOT NULL, 
    attempts INTEGER DEFAULT '0' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    due_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    tried_at TIMESTAMP WITH TIME ZONE, 
    response_status INTEGER, 
    response TEXT, 
    error TEXT, 
    milliseconds INTEGER, 
    PRIMARY KEY (id), 
    CONSTRAINT webhook_deliveries_status_known CHECK (status IN ('pending', 'delivered', 'failed')), 
    CONSTRAINT webhook_deliveries_webhook_id_fkey FOREIGN KEY(webhook_id) REFERENCES webhooks (id) ON DELETE CASCADE
);

CREATE INDEX webhook_deliveries_due_idx ON webhook_deliveries (due_at) WHERE status = 'pending';

CREATE INDEX webhook_deliveries_recent_idx ON webhook_deliveries (webhook_id, created_at DESC, id DESC);

UPDATE alembic_version SET version_num='0004' WHERE alembic_version.version_num = '0003';

COMMIT;

BEGIN;

-- Running upgrade 0004 -> 0005

CREATE TABLE media_folders (
    id UUID NOT NULL, 
    name TEXT NOT NULL, 
    parent_id UUID, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT media_folders_parent_id_fkey FOREIGN KEY(parent_id) REFERENCES media_folders (id)
);

CREATE UNIQUE INDEX media_folders_name_key ON media_folders (parent_id, lower(name)) NULLS NOT DISTINCT;

CREATE TABLE media (
    id UUID NOT NULL, 
    folder_id UUID, 
    sha256 TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    extension TEXT NOT NULL, 
    name TEXT NOT NULL, 
    filename TEXT NOT NULL, 
    bytes BIGINT NOT NULL, 
    width INTEGER, 
    height INTEGER, 
    animated BOOLEAN DEFAULT false NOT NULL, 
    colour TEXT, 
    alt TEXT DEFAULT '' NOT NULL, 
    caption TEXT DEFAULT '' NOT NULL, 
    focal_x DOUBLE PRECISION DEFAULT 0.5 NOT NULL, 
    focal_y DOUBLE PRECISION DEFAULT 0.5 NOT NULL, 
    uploader_id UUID, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT media_sha256_key UNIQUE (sha256), 
    CONSTRAINT media_bytes_counted CHECK (bytes >= 0), 
    CONSTRAINT media_focal_point_inside CHECK (focal_x BETWEEN 0 AND 1 AND focal_y BETWEEN 0 AND 1), 
    CONSTRAINT media_folder_id_fkey FOREIGN KEY(folder_id) REFERENCES media_folders (id), 
    CONSTRAINT media_uploader_id_fkey FOREIGN KEY(uploader_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE INDEX media_recent_idx ON media (created_at DESC, id DESC);

CREATE INDEX media_folder_id_idx ON media (folder_id, created_at DESC);

CREATE INDEX media_uploader_id_idx ON media (uploader_id);

CREATE TABLE media_uses (
    media_id UUID NOT NULL, 
    owner_kind TEXT NOT NULL, 
    owner_id UUID NOT NULL, 
    title TEXT NOT NULL, 
    PRIMARY KEY (media_id, owner_kind, owner_id), 
    CONSTRAINT media_uses_media_id_fkey FOREIGN KEY(media_id) REFERENCES media (id) ON DELETE CASCADE
);

CREATE INDEX media_uses_owner_idx ON media_uses (owner_kind, owner_id);

UPDATE alembic_version SET version_num='0005' WHERE alembic_version.version_num = '0004';

COMMIT;

BEGIN;

-- Running upgrade 0005 -> 0006

CREATE TABLE content_types (
    key TEXT NOT NULL, 
    name TEXT NOT NULL, 
    plural TEXT NOT NULL, 
    description TEXT DEFAULT '' NOT NULL, 
    fields JSONB DEFAULT '[]'::jsonb NOT NULL, 
    public BOOLEAN DEFAULT false NOT NULL, 
    tree BOOLEAN DEFAULT false NOT NULL, 
    built_in BOOLEAN DEFAULT false NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (key)
);

INSERT INTO content_types (key, name, plural, public, tree, built_in) VALUES ('page', 'Page', 'Pages', true, true, true);

INSERT INTO content_types (key, name, plural, public, tree, built_in) VALUES ('post', 'Post', 'Posts', true, false, true);

CREATE TABLE terms (
    id UUID NOT NULL, 
    kind TEXT NOT NULL, 
    slug TEXT NOT NULL, 
    name TEXT NOT NULL, 
    description TEXT DEFAULT '' NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT terms_kind_slug_key UNIQUE (kind, slug), 
    CONSTRAINT terms_kind_known CHECK (kind IN ('category', 'tag'))
);

CREATE TABLE entries (
    id UUID NOT NULL, 
    type_key TEXT NOT NULL, 
    slug TEXT NOT NULL, 
    title TEXT NOT NULL, 
    data JSONB DEFAULT '{}'::jsonb NOT NULL, 
    parent_id UUID, 
    position INTEGER DEFAULT 0 NOT NULL, 
    in_navigation BOOLEAN DEFAULT false NOT NULL, 
    term_ids UUID[] DEFAULT '{}'::uuid[] NOT NULL, 
    status TEXT DEFAULT 'draft' NOT NULL, 
    locale TEXT DEFAULT 'en' NOT NULL, 
    translation_group UUID, 
    author_id UUID, 
    saved_by UUID, 
    version INTEGER DEFAULT 1 NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    updated_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    publish_at TIMESTAMP WITH TIME ZONE, 
    unpublish_at TIMESTAMP WITH TIME ZONE, 
    schedule_problem TEXT DEFAULT '' NOT NULL, 
    published_version INTEGER, 
    published_path TEXT, 
    published_at TIMESTAMP WITH TIME ZONE, 
    first_published_at TIMESTAMP WITH TIME ZONE, 
    search TSVECTOR GENERATED ALWAYS AS (setweight(to_tsvector('english'::regconfig, title), 'A') || jsonb_to_tsvector('english'::regconfig, data, '["string"]'::jsonb)) STORED, 
    PRIMARY KEY (id), 
    CONSTRAINT entries_address_key UNIQUE NULLS NOT DISTINCT (type_key, parent_id, locale, slug), 
    CONSTRAINT entries_status_known CHECK (status IN ('draft', 'in_review', 'published')), 
    CONSTRAINT entries_version_positive CHECK (version > 0), 
    CONSTRAINT entries_published_whole CHECK ((published_version IS NULL) = (published_at IS NULL)), 
    CONSTRAINT entries_type_key_fkey FOREIGN KEY(type_key) REFERENCES content_types (key), 
    CONSTRAINT entries_parent_id_fkey FOREIGN KEY(parent_id) REFERENCES entries (id) ON DELETE SET NULL, 
    CONSTRAINT entries_author_id_fkey FOREIGN KEY(author_id) REFERENCES users (id) ON DELETE SET NULL, 
    CONSTRAINT entries_saved_by_fkey FOREIGN KEY(saved_by) REFERENCES users (id) ON DELETE SET NULL
);

CREATE INDEX entries_recent_idx ON entries (updated_at DESC, id DESC);

CREATE INDEX entries_parent_id_idx ON entries (parent_id);

CREATE INDEX entries_search_idx ON entries USING gin (search);

CREATE INDEX entries_publish_at_idx ON entries (publish_at) WHERE publish_at IS NOT NULL;

CREATE INDEX entries_unpublish_at_idx ON entries (unpublish_at) WHERE unpublish_at IS NOT NULL;

CREATE TABLE published_entries (
    entry_id UUID NOT NULL, 
    type_key TEXT NOT NULL, 
    slug TEXT NOT NULL, 
    path TEXT, 
    title TEXT NOT NULL, 
    data JSONB DEFAULT '{}'::jsonb NOT NULL, 
    parent_id UUID, 
    position INTEGER DEFAULT 0 NOT NULL, 
    in_navigation BOOLEAN DEFAULT false NOT NULL, 
    term_ids UUID[] DEFAULT '{}'::uuid[] NOT NULL, 
    locale TEXT DEFAULT 'en' NOT NULL, 
    author_id UUID, 
    first_published_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    published_at TIMESTAMP WITH TIME ZONE NOT NULL, 
    search TSVECTOR GENERATED ALWAYS AS (setweight(to_tsvector('english'::regconfig, title), 'A') || jsonb_to_tsvector('english'::regconfig, data, '["string"]'::jsonb)) STORED, 
    PRIMARY KEY (entry_id), 
    CONSTRAINT published_entries_path_key UNIQUE (path), 
    CONSTRAINT published_entries_entry_id_fkey FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE, 
    CONSTRAINT published_entries_author_id_fkey FOREIGN KEY(author_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE INDEX published_entries_recent_idx ON published_entries (type_key, first_published_at DESC, entry_id DESC);

CREATE INDEX published_entries_search_idx ON published_entries USING gin (search);

CREATE INDEX published_entries_term_ids_idx ON published_entries USING gin (term_ids);

CREATE TABLE revisions (
    entry_id UUID NOT NULL, 
    number INTEGER NOT NULL, 
    kind TEXT DEFAULT 'saved' NOT NULL, 
    slug TEXT NOT NULL, 
    title TEXT NOT NULL, 
    data JSONB DEFAULT '{}'::jsonb NOT NULL, 
    parent_id UUID, 
    term_ids UUID[] DEFAULT '{}'::uuid[] NOT NULL, 
    author_id UUID, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    published_at TIMESTAMP WITH TIME ZONE, 
    PRIMARY KEY (entry_id, number), 
    CONSTRAINT revisions_entry_id_fkey FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE, 
    CONSTRAINT revisions_author_id_fkey FOREIGN KEY(author_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE TABLE redirects (
    path TEXT NOT NULL, 
    entry_id UUID NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (path), 
    CONSTRAINT redirects_entry_id_fkey FOREIGN KEY(entry_id) REFERENCES entries (id) ON DELETE CASCADE
);

CREATE INDEX redirects_entry_id_idx ON redirects (entry_id);

CREATE FUNCTION carry_page_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  shown jsonb;
  saves integer;
  shown_at timestamptz;
  kept record;
BEGIN
  IF TG_OP = 'DELETE' THEN
    DELETE FROM entries WHERE id = OLD.id;
    RETURN NULL;
  END IF;
  shown := jsonb_build_object('body', NEW.body, 'bodyFormat', 'markdown', 'summary', NEW.summary,
    'cover', NEW.cover, 'coverAlt', NEW.cover_alt);
  shown_at := CASE WHEN NEW.status = 'published' THEN coalesce(NEW.published_at, NEW.updated_at) END;
  saves := CASE WHEN TG_OP = 'UPDATE' THEN greatest(NEW.version - OLD.version, 0) ELSE 0 END;

  INSERT INTO entries AS e (id, type_key, slug, title, data, position, in_navigation, status,
      author_id, saved_by, version, created_at, updated_at, published_version, published_path,
      published_at, first_published_at)
    VALUES (NEW.id, 'page', NEW.slug, NEW.title, shown, NEW.position, NEW.in_navigation, NEW.status,
      NEW.author_id, NEW.author_id, NEW.version, NEW.created_at, NEW.updated_at,
      CASE WHEN NEW.status = 'published' THEN NEW.version END,
      CASE WHEN NEW.status = 'published' THEN '/' || NEW.slug END,
      shown_at, shown_at)
    ON CONFLICT (id) DO UPDATE SET slug = NEW.slug, title = NEW.title, data = e.data || shown,
      position = NEW.position, in_navigation = NEW.in_navigation, status = NEW.status,
      version = e.version + saves, updated_at = NEW.updated_at,
      published_version = CASE WHEN NEW.status = 'published' THEN e.version + saves END,
      published_path = CASE WHEN NEW.status = 'published'
        THEN regexp_replace(coalesce(e.published_path, '/'), '[^/]*$', NEW.slug) END,
      published_at = shown_at,
      first_published_at = coalesce(e.first_published_at, shown_at)
    RETURNING * INTO kept;

  INSERT INTO revisions (entry_id, number, slug, title, data, parent_id, term_ids, author_id,
      created_at, published_at)
    VALUES (kept.id, kept.version, kept.slug, kept.title, kept.data, kept.parent_id, kept.term_ids,
      kept.saved_by, kept.updated_at, kept.published_at)
    ON CONFLICT (entry_id, number) DO UPDATE SET slug = kept.slug, title = kept.title,
      data = kept.data, published_at = kept.published_at;

  IF NEW.status = 'published' THEN
    INSERT INTO published_entries (entry_id, type_key, slug, path, title, data, parent_id, position,
        in_navigation, term_ids, author_id, first_published_at, published_at)
      VALUES (kept.id, 'page', kept.slug, kept.published_path, kept.title, kept.data, kept.parent_id,
        kept.position, kept.in_navigation, kept.term_ids, kept.author_id, kept.first_published_at,
        kept.published_at)
      ON CONFLICT (entry_id) DO UPDATE SET slug = kept.slug, path = kept.published_path,
        title = kept.title, data = kept.data, position = kept.position,
        in_navigation = kept.in_navigation, published_at = kept.published_at;
    DELETE FROM redirects WHERE path = kept.published_path;
  ELSE
    DELETE FROM published_entries WHERE entry_id = kept.id;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER pages_carried_over AFTER INSERT OR UPDATE OR DELETE ON pages FOR EACH ROW EXECUTE FUNCTION carry_page_over();

UPDATE pages SET id = id;

ALTER TABLE site_settings DROP CONSTRAINT site_settings_home_page_id_fkey;

ALTER TABLE site_settings ADD CONSTRAINT site_settings_home_page_id_fkey FOREIGN KEY(home_page_id) REFERENCES entries (id) ON DELETE SET NULL;

UPDATE alembic_version SET version_num='0006' WHERE alembic_version.version_num = '0005';

COMMIT;

BEGIN;

-- Running upgrade 0006 -> 0007

ALTER TABLE site_settings ADD COLUMN design JSONB DEFAULT '{}'::jsonb NOT NULL;

ALTER TABLE site_settings ADD COLUMN design_draft JSONB;

ALTER TABLE site_settings ADD COLUMN design_version INTEGER DEFAULT 0 NOT NULL;

ALTER TABLE site_settings ADD COLUMN design_applied_at TIMESTAMP WITH TIME ZONE;

CREATE TABLE site_designs (
    id BIGINT GENERATED ALWAYS AS IDENTITY, 
    design JSONB NOT NULL, 
    replaced_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (id)
);

UPDATE alembic_version SET version_num='0007' WHERE alembic_version.version_num = '0006';

COMMIT;

BEGIN;

-- Running upgrade 0007 -> 0008

CREATE TABLE transfer_jobs (
    id UUID NOT NULL, 
    kind TEXT NOT NULL, 
    format TEXT NOT NULL, 
    status TEXT DEFAULT 'waiting' NOT NULL, 
    name TEXT NOT NULL, 
    bytes BIGINT, 
    options JSONB DEFAULT '{}'::jsonb NOT NULL, 
    user_id UUID, 
    user_name TEXT NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    begun_at TIMESTAMP WITH TIME ZONE, 
    ended_at TIMESTAMP WITH TIME ZONE, 
    attempts INTEGER DEFAULT '0' NOT NULL, 
    done BIGINT DEFAULT '0' NOT NULL, 
    total BIGINT DEFAULT '0' NOT NULL, 
    what TEXT DEFAULT '' NOT NULL, 
    counts JSONB DEFAULT '{}'::jsonb NOT NULL, 
    report JSONB, 
    problem TEXT DEFAULT '' NOT NULL, 
    file_until TIMESTAMP WITH TIME ZONE, 
    PRIMARY KEY (id), 
    CONSTRAINT transfer_jobs_kind_known CHECK (kind IN ('import', 'export')), 
    CONSTRAINT transfer_jobs_status_known CHECK (status IN ('waiting', 'running', 'done', 'failed')), 
    CONSTRAINT transfer_jobs_user_id_fkey FOREIGN KEY(user_id) REFERENCES users (id) ON DELETE SET NULL
);

CREATE TABLE transfer_origins (
    source TEXT NOT NULL, 
    kind TEXT NOT NULL, 
    key TEXT NOT NULL, 
    local_id UUID NOT NULL, 
    digest TEXT DEFAULT '' NOT NULL, 
    at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (source, kind, key)
);

ALTER TABLE entries ADD COLUMN byline TEXT DEFAULT '' NOT NULL;

ALTER TABLE published_entries ADD COLUMN byline TEXT DEFAULT '' NOT NULL;

UPDATE alembic_version SET version_num='0008' WHERE alembic_version.version_num = '0007';

COMMIT;

BEGIN;

-- Running upgrade 0008 -> 0009

CREATE FUNCTION search_language(tag text) RETURNS regconfig LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE lower(split_part(tag, '-', 1))
    WHEN 'ar' THEN 'pg_catalog.arabic'::regconfig
    WHEN 'ca' THEN 'pg_catalog.catalan'::regconfig
    WHEN 'da' THEN 'pg_catalog.danish'::regconfig
    WHEN 'de' THEN 'pg_catalog.german'::regconfig
    WHEN 'el' THEN 'pg_catalog.greek'::regconfig
    WHEN 'en' THEN 'pg_catalog.english'::regconfig
    WHEN 'es' THEN 'pg_catalog.spanish'::regconfig
    WHEN 'eu' THEN 'pg_catalog.basque'::regconfig
    WHEN 'fi' THEN 'pg_catalog.finnish'::regconfig
    WHEN 'fr' THEN 'pg_catalog.french'::regconfig
    WHEN 'ga' THEN 'pg_catalog.irish'::regconfig
    WHEN 'hi' THEN 'pg_catalog.hindi'::regconfig
    WHEN 'hu' THEN 'pg_catalog.hungarian'::regconfig
    WHEN 'hy' THEN 'pg_catalog.armenian'::regconfig
    WHEN 'id' THEN 'pg_catalog.indonesian'::regconfig
    WHEN 'it' THEN 'pg_catalog.italian'::regconfig
    WHEN 'lt' THEN 'pg_catalog.lithuanian'::regconfig
    WHEN 'nb' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'ne' THEN 'pg_catalog.nepali'::regconfig
    WHEN 'nl' THEN 'pg_catalog.dutch'::regconfig
    WHEN 'nn' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'no' THEN 'pg_catalog.norwegian'::regconfig
    WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
    WHEN 'ro' THEN 'pg_catalog.romanian'::regconfig
    WHEN 'ru' THEN 'pg_catalog.russian'::regconfig
    WHEN 'sr' THEN 'pg_catalog.serbian'::regconfig
    WHEN 'sv' THEN 'pg_catalog.swedish'::regconfig
    WHEN 'ta' THEN 'pg_catalog.tamil'::regconfig
    WHEN 'tr' THEN 'pg_catalog.turkish'::regconfig
    WHEN 'yi' THEN 'pg_catalog.yiddish'::regconfig
    ELSE 'pg_catalog.simple'::regconfig END
$$;

CREATE FUNCTION site_search_language() RETURNS regconfig LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT public.search_language(language) FROM public.site_settings LIMIT 1), 'pg_catalog.english'::regconfig)
$$;

ALTER TABLE entries ADD COLUMN search_language regconfig NOT NULL DEFAULT site_search_language();

ALTER TABLE entries ALTER COLUMN search SET EXPRESSION AS (setweight(to_tsvector(search_language, title), 'A') || jsonb_to_tsvector(search_language, data, '["string"]'::jsonb));

ALTER TABLE published_entries ADD COLUMN search_language regconfig NOT NULL DEFAULT site_search_language();

ALTER TABLE published_entries ALTER COLUMN search SET EXPRESSION AS (setweight(to_tsvector(search_language, title), 'A') || jsonb_to_tsvector(search_language, data, '["string"]'::jsonb));

CREATE FUNCTION follow_site_language() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE public.entries SET search_language = public.site_search_language()
    WHERE search_language <> public.site_search_language();
  UPDATE public.published_entries SET search_language = public.site_search_language()
    WHERE search_language <> public.site_search_language();
  RETURN NULL;
END
$$;

CREATE TRIGGER entries_follow_site_language AFTER UPDATE ON site_settings FOR EACH ROW WHEN (OLD.language IS DISTINCT FROM NEW.language) EXECUTE FUNCTION follow_site_language();

UPDATE alembic_version SET version_num='0009' WHERE alembic_version.version_num = '0008';

COMMIT;

BEGIN;

-- Running upgrade 0009 -> 0010

ALTER TABLE terms ADD COLUMN parent_id UUID;

ALTER TABLE terms ADD CONSTRAINT terms_parent_id_fkey FOREIGN KEY(parent_id) REFERENCES terms (id) ON DELETE SET NULL;

ALTER TABLE terms ADD CONSTRAINT terms_tags_flat CHECK (parent_id IS NULL OR kind = 'category');

CREATE INDEX terms_parent_id_idx ON terms (parent_id);

CREATE TABLE merged_terms (
    id UUID NOT NULL, 
    into_id UUID NOT NULL, 
    PRIMARY KEY (id), 
    CONSTRAINT merged_terms_into_id_fkey FOREIGN KEY(into_id) REFERENCES terms (id) ON DELETE CASCADE
);

CREATE INDEX merged_terms_into_id_idx ON merged_terms (into_id);

CREATE TABLE term_redirects (
    path TEXT NOT NULL, 
    term_id UUID NOT NULL, 
    created_at TIMESTAMP WITH TIME ZONE DEFAULT now() NOT NULL, 
    PRIMARY KEY (path), 
    CONSTRAINT term_redirects_term_id_fkey FOREIGN KEY(term_id) REFERENCES terms (id) ON DELETE CASCADE
);

CREATE INDEX term_redirects_term_id_idx ON term_redirects (term_id);

UPDATE alembic_version SET version_num='0010' WHERE alembic_version.version_num = '0009';

COMMIT;

