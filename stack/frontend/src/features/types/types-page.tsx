import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { type ContentType, typesQuery } from "@/features/types/api.ts";
import { NewTypeDialog } from "@/features/types/new-type-dialog.tsx";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function TypesPage() {
  const manages = useMay("types.manage");
  const { data: site } = useQuery(siteQuery);
  const types = useQuery(typesQuery);
  const [making, setMaking] = useState(false);
  const navigate = useNavigate();
  useDocumentTitle("Content types", site?.title ?? "");

  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Content types">
        {manages && (
          <Button variant="primary" onClick={() => setMaking(true)}>
            <Plus aria-hidden />
            New type
          </Button>
        )}
      </PageHeader>
      <p className="mt-4 max-w-2xl text-muted">
        What can be written here, and what each of it consists of: pages and posts, and whatever
        else this site is about, such as recipes, projects or events.
      </p>
      <QueryState query={types} what="content types">
        {(list) => (
          <ul className="mt-8 border-ink border-t">
            {list.map((type) => (
              <TypeRow key={type.key} type={type} />
            ))}
          </ul>
        )}
      </QueryState>
      <NewTypeDialog
        open={making}
        onClose={() => setMaking(false)}
        onMade={({ key }) => void navigate({ to: "/types/$key", params: { key } })}
      />
    </div>
  );
}

function TypeRow({ type }: { type: ContentType }) {
  return (
    <li className="relative flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1.5 border-rule border-b py-4 transition-colors hover:bg-raised">
      <div className="min-w-0 flex-1 basis-72">
        <Link
          to="/types/$key"
          params={{ key: type.key }}
          className="font-display text-[1.375rem] leading-snug [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {type.plural}
        </Link>
        <p className="mt-0.5 text-muted text-sm [overflow-wrap:anywhere]">
          {type.description || <code>{type.key}</code>}
        </p>
      </div>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-muted text-sm">
        {type.builtIn && <Badge tone="idle">Built in</Badge>}
        {type.public && !type.builtIn && <Badge tone="ok">With pages</Badge>}
        <span>{counted(type.fields.length, type.builtIn ? "added field" : "field")}</span>
        <span>{counted(type.entries, "entry", "entries")}</span>
      </p>
    </li>
  );
}

const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number} ${number === 1 ? one : many}`;
