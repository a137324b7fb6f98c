import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ArrowLeft } from "lucide-react";
import { PageHeader } from "@/components/page-header.tsx";
import { QueryState } from "@/components/query-state.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { type ContentType, typeQuery, typesQuery } from "@/features/types/api.ts";
import { DeleteType } from "@/features/types/delete-type.tsx";
import { TypeCalls } from "@/features/types/type-calls.tsx";
import { TypeForm } from "@/features/types/type-form.tsx";
import { useDocumentTitle } from "@/lib/document-title.ts";

const route = getRouteApi("/signed-in/shell/types/$key");

export function TypePage() {
  const { key } = route.useParams();
  const type = useQuery(typeQuery(key));
  const types = useQuery(typesQuery);
  useDocumentTitle(type.data?.plural ?? "", "Content types");
  return (
    <div className="mx-auto max-w-4xl">
      <p className="mb-4">
        <Link
          to="/types"
          className="inline-flex items-center gap-1.5 text-muted underline-offset-4 hover:text-ink hover:underline"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Content types
        </Link>
      </p>
      <QueryState query={type} what="content type">
        {(loaded) => <Loaded type={loaded} types={types.data ?? []} />}
      </QueryState>
    </div>
  );
}

function Loaded({ type, types }: { type: ContentType; types: readonly ContentType[] }) {
  const manages = useMay("types.manage");
  return (
    <>
      <PageHeader title={type.plural}>
        {type.builtIn ? (
          <Badge tone="idle">Built in</Badge>
        ) : (
          type.public && <Badge tone="ok">With pages</Badge>
        )}
      </PageHeader>
      <p className="mt-4 max-w-2xl text-muted">
        <code>{type.key}</code>
        {type.description && ` · ${type.description}`}
      </p>
      {/* What was saved is a new beginning. */}
      <TypeForm key={`${type.key} ${type.updatedAt}`} type={type} types={types} />
      <TypeCalls type={type} />
      {manages && !type.builtIn && <DeleteType type={type} />}
    </>
  );
}
