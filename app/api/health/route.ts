import { whyDatabaseAway } from "@/lib/portal/database.ts";

export const dynamic = "force-dynamic";

/** 200 as long as the portal can answer at all; it says whether it has its database. */
export async function GET(): Promise<Response> {
  const away = await whyDatabaseAway();
  return Response.json(
    { status: "ok", database: away === null ? "up" : "down" },
    { headers: { "cache-control": "no-store" } },
  );
}
