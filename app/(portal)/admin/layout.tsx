import { forbidden } from "next/navigation";
import type { ReactNode } from "react";
import { PaletteButton } from "@/components/palette/palette-button.tsx";
import { AdminShell } from "@/components/portal/admin-shell.tsx";
import { Live } from "@/components/portal/live.tsx";
import { WorkerAway } from "@/components/portal/worker-away.tsx";
import { CountBadge } from "@/components/ui/badge.tsx";
import { isAdmin } from "@/lib/auth/find-session.ts";
import { currentSession } from "@/lib/auth/session.ts";
import { permissionsOf } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { countWaiting } from "@/lib/tenants/count-waiting.ts";
import { readWorkerBeat } from "@/lib/tenants/read-worker-beat.ts";

/**
 * The frame around every page for admins, made once. It shows and never authorises: a layout is not
 * asked again when somebody goes from page to page, so each page has its own door. `Live` in it keeps
 * what it says current. Who is no admin gets no frame, and is told so without one.
 */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const session = await currentSession();
  // The page leads to signing in.
  if (session === null) return children;
  if (!isAdmin(session)) forbidden();
  const db = portalDb();
  const [waiting, worker] = await Promise.all([countWaiting(db), readWorkerBeat(db)]);
  const { applications, failedStacks } = waiting;
  return (
    <AdminShell
      email={session.user.email}
      can={permissionsOf(session.user.adminRole)}
      badges={{
        "/admin": (
          <CountBadge count={failedStacks} label={say(failedStacks, "client has failed", "clients have failed")} />
        ),
        "/admin/applications": (
          <CountBadge count={applications} label={say(applications, "application waits", "applications wait")} />
        ),
      }}
      live={<Live />}
      palette={<PaletteButton can={permissionsOf(session.user.adminRole)} />}
      notice={worker.isAway && <WorkerAway lastBeatAt={worker.lastBeatAt} />}
      accountHref="/account"
    >
      {children}
    </AdminShell>
  );
}

const say = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
