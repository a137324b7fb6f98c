import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeTestDatabase, type TestDatabase } from "../db/test-database.ts";
import type { FleetSearch } from "../domain/fleet-search.ts";
import { countPlots, type PlotCodes } from "../domain/plot-codes.ts";
import { exportFleet } from "./export-fleet.ts";
import { listMatching } from "./list-matching.ts";
import { namePlots } from "./name-plots.ts";
import { searchFleet } from "./search-fleet.ts";
import { surveyFleet } from "./survey-fleet.ts";

let database: TestDatabase;
const now = new Date("2026-03-01T12:00:00Z");

const clients = [
  { slug: "zeta", name: "Zeta", intent: "running" },
  { slug: "acme", name: "acme", intent: "suspended" },
  { slug: "under", name: "Under_score", intent: "running" },
  { slug: "percent", name: "100 % Wool", intent: "closed" },
  { slug: "gone", name: "Gone", intent: "closed", purgedAt: now },
] as const;

beforeAll(async () => {
  database = await makeTestDatabase();
  await database.db.region.create({ data: { id: "local", name: "Local", baseDomain: "localhost" } });
  for (const [index, client] of clients.entries()) {
    const createdAt = new Date(now.getTime() - (clients.length - index) * 60_000);
    await database.db.tenant.create({ data: { ...client, regionId: "local", intentActor: "cli:root", createdAt } });
  }
});
afterAll(() => database.drop());

const all: FleetSearch = {
  text: "",
  statuses: [],
  regions: [],
  releases: [],
  intents: [],
  problem: false,
  sort: "name",
  descending: false,
  page: 0,
  pageSize: 10,
};
const found = async (search: Partial<FleetSearch>): Promise<string[]> =>
  (await searchFleet(database.db, { ...all, ...search }, 8080, now)).rows.map(({ slug }) => slug);

describe("the register of clients", () => {
  test("sorts names as people do, and leaves out the purged", async () => {
    expect(await found({})).toEqual(["percent", "acme", "under", "zeta"]);
    expect(await found({ descending: true })).toEqual(["zeta", "under", "acme", "percent"]);
  });

  test("counts ages up from the youngest", async () => {
    expect(await found({ sort: "age" })).toEqual(["percent", "under", "acme", "zeta"]);
  });

  test("finds by slug or name, whatever the case, and takes % and _ for themselves", async () => {
    expect(await found({ text: "ACM" })).toEqual(["acme"]);
    expect(await found({ text: "%" })).toEqual(["percent"]);
    expect(await found({ text: "_" })).toEqual(["under"]);
    expect(await found({ text: "\\" })).toEqual([]);
  });

  test("filters by derived status", async () => {
    expect(await found({ statuses: ["suspended", "closed"] })).toEqual(["percent", "acme"]);
    expect(await found({ statuses: ["provisioning"] })).toEqual(["under", "zeta"]);
  });

  test("shows the last page when a later one is asked for", async () => {
    const page = await searchFleet(database.db, { ...all, pageSize: 3, page: 9 }, 8080, now);
    expect({ ...page, rows: page.rows.map(({ slug }) => slug) }).toEqual({ rows: ["zeta"], total: 4, page: 1 });
  });
});

describe("narrowed", () => {
  test("by region, release and what is wanted", async () => {
    expect(await found({ regions: ["local"], intents: ["suspended"] })).toEqual(["acme"]);
    expect(await found({ regions: ["elsewhere"] })).toEqual([]);
    expect(await found({ releases: ["0123abcd"] })).toEqual([]);
    expect(await found({ problem: true })).toEqual([]);
  });

  test("the whole list of slugs, and the file, are in the order of the page and beyond it", async () => {
    expect(await listMatching(database.db, { ...all, pageSize: 1, descending: true }, now)).toEqual([
      "zeta",
      "under",
      "acme",
      "percent",
    ]);
    const parts: string[] = [];
    for await (const part of exportFleet(database.db, { ...all, pageSize: 1 }, 8080)) parts.push(part);
    const rows = parse(parts.join(""), { columns: true }) as Record<string, string>[];
    expect(rows.map(({ slug, intent }) => [slug, intent])).toEqual([
      ["percent", "closed"],
      ["acme", "suspended"],
      ["under", "running"],
      ["zeta", "running"],
    ]);
  });
});

test("the map names its plots in the order it draws them", async () => {
  const [fleet] = await surveyFleet(database.db, "none", now);
  expect(fleet?.plots).toBe("pspc");
  expect(countPlots(fleet?.plots as PlotCodes)).toEqual([
    { status: "provisioning", count: 2 },
    { status: "suspended", count: 1 },
    { status: "closed", count: 1 },
  ]);
  const stretch = { by: "none", key: "", from: 1, count: 2 } as const;
  expect((await namePlots(database.db, stretch, now)).map(({ slug, status }) => [slug, status])).toEqual([
    ["acme", "suspended"],
    ["under", "provisioning"],
  ]);
});

test("grouped, each group has its own plots, and names count from its own first", async () => {
  const { db } = database;
  await db.region.create({ data: { id: "far", name: "Far away", baseDomain: "far.localhost" } });
  await db.tenant.update({ where: { slug: "under" }, data: { regionId: "far" } });
  const groups = await surveyFleet(db, "region", now);
  expect(groups.map(({ key, name, plots }) => [key, name, plots])).toEqual([
    ["far", "Far away", "p"],
    ["local", "Local", "psc"],
  ]);
  const stretch = { by: "region", key: "local", from: 1, count: 1 } as const;
  expect((await namePlots(db, stretch, now)).map(({ slug }) => slug)).toEqual(["acme"]);
  expect((await surveyFleet(db, "release", now)).map(({ name, plots }) => [name, plots])).toEqual([
    ["No release", "pspc"],
  ]);
});
