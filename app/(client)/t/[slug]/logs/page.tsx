import type { Metadata } from "next";
import { LogViewer } from "@/components/client/log-viewer.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { tenantPage } from "@/lib/auth/with-tenant.ts";
import { isLogService } from "@/lib/domain/log-line.ts";
import { TenantShell } from "../tenant-shell.tsx";

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ service?: string | string[] }>;
}

export const metadata: Metadata = { title: "Logs" };

export default tenantPage<Props>("logs.read", async (context, { searchParams }) => {
  const { service } = await searchParams;
  const chosen = typeof service === "string" && isLogService(service) ? service : null;
  return (
    <TenantShell context={context}>
      {() =>
        context.intent === "closed" ? (
          <EmptyState title="Nothing runs, so nothing is written">
            Logs are there again when the closing is taken back.
          </EmptyState>
        ) : (
          <LogViewer key={chosen} slug={context.slug} service={chosen} />
        )
      }
    </TenantShell>
  );
});
