import type { Prisma, Tx } from "../db/client.ts";
import { isFreeMail, mailDomain } from "../domain/mail-domain.ts";
import type { QueueSearch, QueueView } from "../domain/queue-search.ts";
import { siteUrl } from "../domain/site-url.ts";

/** An application as the queue shows it. */
export interface QueueRow {
  readonly id: string;
  readonly companyName: string;
  readonly slug: string;
  /** Where its site would be. */
  readonly url: string;
  readonly region: string;
  readonly sample: string;
  /** Whether it asks for a demo that exists to become theirs. */
  readonly keepsDemo: boolean;
  readonly name: string | null;
  readonly email: string;
  readonly mailDomain: string;
  readonly isFreeMail: boolean;
  readonly isVerified: boolean;
  readonly createdAt: Date;
  readonly status: "unverified" | "pending" | "approved" | "rejected" | "lapsed";
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  readonly reason: string | null;
  /** When the decision is carried out, or tried again; null when that is over. */
  readonly startAfter: Date | null;
  /** Why it could not be started yet: a code of lib/errors.ts. */
  readonly startError: string | null;
  /** The client it became. */
  readonly tenant: string | null;
}

export interface QueuePage {
  readonly rows: QueueRow[];
  readonly total: number;
  readonly page: number;
  /** How many there are in each view. */
  readonly counts: Readonly<Record<QueueView, number>>;
}

/** @param port the edge's port, part of each URL */
export async function listApplications(
  db: Tx,
  { view, page, pageSize }: QueueSearch,
  port: number,
  now = new Date(),
): Promise<QueuePage> {
  const [waiting, unconfirmed, decided] = await Promise.all([
    db.application.count({ where: inView("waiting", now) }),
    db.application.count({ where: inView("unconfirmed", now) }),
    db.application.count({ where: inView("decided", now) }),
  ]);
  const counts = { waiting, unconfirmed, decided };
  const shown = Math.max(0, Math.min(page, Math.ceil(counts[view] / pageSize) - 1));
  const found = await db.application.findMany({
    where: inView(view, now),
    // Who has waited longest comes first; of decisions the latest.
    orderBy:
      view === "decided" ? [{ decidedAt: { sort: "desc", nulls: "last" } }, { id: "desc" }] : { createdAt: "asc" },
    skip: shown * pageSize,
    take: pageSize,
    include: { user: true, region: true, tenant: { select: { slug: true } } },
  });
  return { rows: found.map((application) => toRow(application, port)), total: counts[view], page: shown, counts };
}

/** What can still be taken back, or could not be started yet, still waits. */
function inView(view: QueueView, now: Date): Prisma.ApplicationWhereInput {
  switch (view) {
    case "waiting":
      return {
        OR: [
          { status: "pending" },
          { status: "approved", tenantId: null, startAfter: { not: null } },
          { status: "rejected", startAfter: { gt: now } },
        ],
      };
    case "unconfirmed":
      return { status: "unverified" };
    case "decided":
      return {
        OR: [
          { status: "approved", OR: [{ tenantId: { not: null } }, { startAfter: null }] },
          { status: "rejected", OR: [{ startAfter: null }, { startAfter: { lte: now } }] },
          { status: "lapsed" },
        ],
      };
  }
}

type Found = Prisma.ApplicationGetPayload<{
  include: { user: true; region: true; tenant: { select: { slug: true } } };
}>;

function toRow(application: Found, port: number): QueueRow {
  const { user, region, tenant, slug } = application;
  return {
    id: application.id,
    companyName: application.companyName,
    slug,
    url: siteUrl(slug, region.baseDomain, port),
    region: region.name,
    sample: application.sample,
    keepsDemo: application.keepStackId !== null,
    name: user.name,
    email: user.email,
    mailDomain: mailDomain(user.email),
    isFreeMail: isFreeMail(user.email),
    isVerified: user.emailVerifiedAt !== null && application.status !== "unverified",
    createdAt: application.createdAt,
    status: application.status,
    decidedAt: application.decidedAt,
    decidedBy: application.decidedBy,
    reason: application.decisionReason,
    startAfter: tenant === null ? application.startAfter : null,
    startError: application.startError,
    tenant: tenant?.slug ?? null,
  };
}
