import type { Metadata } from "next";
import { ApplicationQueue } from "@/components/applications/application-queue.tsx";
import { DecidedList } from "@/components/applications/decided-list.tsx";
import { parseQueueSearch, queueHref } from "@/components/applications/queue-params.ts";
import { QueueViews } from "@/components/applications/queue-views.tsx";
import { RoomLeft } from "@/components/applications/room-left.tsx";
import { UnconfirmedList } from "@/components/applications/unconfirmed-list.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { adminMay } from "@/lib/domain/permissions.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { listApplications } from "@/lib/tenants/list-applications.ts";
import { readRoom } from "@/lib/tenants/read-room.ts";
import { decideApplications, undoDecisions } from "./actions.ts";

export const metadata: Metadata = { title: "Applications" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default adminPage<Props>("applications.read", async ({ user }, { searchParams }) => {
  const [db, now] = [portalDb(), new Date()];
  const search = parseQueueSearch(await searchParams);
  const [found, room] = await Promise.all([listApplications(db, search, edgePort(), now), readRoom(db)]);
  const { rows, total, page, counts } = found;
  return (
    <>
      <PageHeader title="Applications" />
      <RoomLeft room={room} waiting={counts.waiting} now={now} />
      <QueueViews search={search} counts={counts} />
      {search.view === "waiting" && (
        <ApplicationQueue
          rows={rows}
          now={now}
          canDecide={adminMay(user.adminRole, "applications.decide")}
          decide={decideApplications}
          undo={undoDecisions}
        />
      )}
      {search.view === "unconfirmed" && <UnconfirmedList rows={rows} now={now} />}
      {search.view === "decided" && <DecidedList rows={rows} now={now} />}
      {total > search.pageSize && (
        <Pager page={page} pageSize={search.pageSize} total={total} href={(next) => queueHref(search.view, next)} />
      )}
    </>
  );
});
