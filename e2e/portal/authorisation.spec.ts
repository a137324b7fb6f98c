import { createHash, randomBytes, randomUUID } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "@playwright/test";
import { inviteInto, makeWorld, readOne, sessionOf, unmakeWorld, type World } from "../support/authorisation-world.ts";
import { changeTenant } from "../support/change-tenant.ts";
import { inControlDatabase } from "../support/client-session.ts";
import { type Answer, PortalCaller } from "../support/portal-caller.ts";
import { actions, mayEnter, type Person, pages, people, routes } from "./authorisation-table.ts";
import { portalUrl, slug } from "./env.ts";

/** Every page, route and server action, tried by everybody; then what belongs to others, forged requests, and streams. */
test.describe.configure({ mode: "serial" });
test.setTimeout(90_000);

const project = resolve(import.meta.dirname, "../..");
const app = resolve(project, "app");

interface ServerAction {
  readonly id: string;
  /** A page that can call it, below `app`. */
  readonly page: string;
}

/** Of the build that is running: `file export` → how to call it. */
function builtActions(): ReadonlyMap<string, ServerAction> {
  interface Reference {
    readonly filename: string;
    readonly exportedName: string;
    readonly workers: Readonly<Record<string, unknown>>;
  }
  const manifest = JSON.parse(
    readFileSync(resolve(project, ".next/server/server-reference-manifest.json"), "utf8"),
  ) as {
    readonly node: Readonly<Record<string, Reference>>;
    readonly edge: Readonly<Record<string, Reference>>;
  };
  return new Map(
    Object.entries({ ...manifest.node, ...manifest.edge }).map(([id, { filename, exportedName, workers }]) => [
      `${filename.replace(/^app\//, "")} ${exportedName}`,
      { id, page: `${Object.keys(workers)[0]?.replace(/^app\//, "")}.tsx` },
    ]),
  );
}

let world: World;
let built: ReadonlyMap<string, ServerAction>;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  built = builtActions();
  world = await makeWorld(portalUrl(), slug());
});
test.afterAll(async () => {
  test.setTimeout(90_000);
  if (world) await unmakeWorld(world);
});

/** The tenant that this person asks for. */
const tenantFor = (person: Person): string => (person === "suspended client" ? world.suspendedTenant : world.tenant);

/** Where a file of `app` answers, for this person. */
function pathOf(file: string, person: Person): string {
  const made: Readonly<Record<string, string>> = {
    "[slug]": tenantFor(person),
    "[id]": file.includes("applications/") ? world.applicationId : randomUUID(),
    "[step]": "company",
    "[token]": "made-up",
    "[...nextauth]": "csrf",
  };
  const parts = file.split("/").slice(0, -1);
  return `/${parts
    .filter((part) => !part.startsWith("("))
    .map((part) => made[part] ?? part)
    .join("/")}`;
}

/** Queries that a route asks for. */
const queries: Readonly<Record<string, string>> = {
  "api/admin/fleet/plots/route.ts": "?from=0&count=1",
  "api/admin/search/route.ts": "?q=a",
};

const isSignIn = ({ status, headers }: Answer): boolean =>
  status >= 300 && status < 400 && /\/sign-in(\?|$)/.test(headers.location ?? "");

/** Code of an action's refusal; `ok` when it did its work. */
function outcomeOf({ status, body }: Answer): string {
  const found = /"ok":(true|false)(?:,"error":\{"code":"(\w+)")?/.exec(body);
  return found === null ? `no result, status ${status}` : (found[2] ?? "ok");
}

/** Whether a person of this tenant's is looking. */
const isMember = (person: Person): boolean => /client|viewer|tenant's/.test(person) && person !== "other client";
const isHidden = (file: string, person: Person): boolean =>
  file.includes("applications/[id]") || (file.includes("t/[slug]") && !file.includes("admin") && !isMember(person));

/** Four at a time: most of it is waiting. */
async function forEach<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const lane = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all([lane(), lane(), lane(), lane()]);
}

/** What a door says to whom it does not let in. */
const refusals = ["sign_in_required", "forbidden", "tenant_unknown"];

const call = (person: Person, name: string, input: unknown, headers = {}): Promise<Answer> => {
  const action = built.get(name);
  if (action === undefined) throw new Error(`there is no action ${name}`);
  return world.callers[person].act(pathOf(action.page, person), action.id, input, headers);
};

test("the table holds every page, route and action there is, and none that is gone", () => {
  expect(Object.keys(pages).sort()).toEqual(globSync("**/page.tsx", { cwd: app }).sort());
  expect(Object.keys(routes).sort()).toEqual(globSync("**/route.ts", { cwd: app }).sort());
  expect(Object.keys(actions).sort()).toEqual([...built.keys()].sort());
});

for (const person of people) {
  test(`pages and routes let ${person} in where the table says so, and nowhere else`, async () => {
    await forEach(Object.entries({ ...pages, ...routes }), async ([file, row]) => {
      const isPage = file.endsWith("page.tsx");
      const path = `${pathOf(file, person)}${queries[file] ?? ""}`;
      const answer = await world.callers[person].ask(path);
      const { status } = answer;
      if (mayEnter(row, person)) {
        expect.soft(status, `${path} is for ${person}`).toBeLessThan(400);
        expect.soft(isSignIn(answer), `${path} is for ${person}`).toBe(false);
      } else if (file === "(portal)/ui-gallery/page.tsx") {
        expect.soft(status, path).toBe(404);
      } else if (file.startsWith("api/demo/")) {
        expect.soft(status, `${path} is not the demo of ${person}`).toBe(410);
      } else if (person === "anonymous") {
        expect.soft(isPage ? isSignIn(answer) : status, `${path} is not for ${person}`).toBe(isPage ? true : 401);
      } else if (isPage) {
        // Who is no member is not told that a tenant or an application exists.
        expect.soft(status, `${path} is not for ${person}`).toBe(isHidden(file, person) ? 404 : 403);
        // Nothing of the page: what is shown in its place, the browser makes (the test after these).
        expect.soft(answer.body, path).not.toMatch(/<h1/);
      } else {
        expect.soft([403, 404], `${path} is not for ${person}`).toContain(status);
      }
    });
  });

  test(`server actions work for ${person} where the table says so, and nowhere else`, async () => {
    await forEach(Object.entries(actions), async ([name, row]) => {
      const isTenants = name.startsWith("(client)/t/");
      // Nothing that any of them would act on; all but two of a tenant's ask for more than its slug.
      const answer = await call(person, name, isTenants ? { slug: tenantFor(person) } : null);
      const outcome = outcomeOf(answer);
      if (!mayEnter(row, person)) {
        const expected = person === "anonymous" ? ["sign_in_required"] : refusals.slice(1);
        expect.soft(expected, `${name} is not for ${person}: ${outcome}`).toContain(outcome);
      } else {
        const works: Readonly<Record<string, string>> = { enterCms: "ok", reopen: "tenant_not_running" };
        expect
          .soft(outcome, `${name} is for ${person}`)
          .toBe(works[isTenants ? (name.split(" ")[1] ?? "") : ""] ?? "input_invalid");
      }
    });
  });
}

test("whoever may not see a page is told so, with a way on", async ({ browser }) => {
  for (const [person, path, heading, way] of [
    ["auditor", "/admin/mail", "Your role does not open this", "To the people"],
    ["other client", "/admin/settings", "This gate stays shut", "To your own pages"],
    ["viewer", `/t/${world.tenant}/logs`, "This gate stays shut", "To your own pages"],
  ] as const) {
    const context = await browser.newContext({ baseURL: portalUrl() });
    await context.addCookies(world.callers[person].cookies());
    const page = await context.newPage();
    expect((await page.goto(path))?.status(), path).toBe(403);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    await expect(page).toHaveTitle(/^Not for .* · Freehold$/);
    await page.getByRole("link", { name: way }).click();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(heading);
    await context.close();
  }
});

test("the other client reaches nothing of a tenant by an id of it, neither with its slug nor with their own", async () => {
  const { id, token } = await inviteInto(world.emails.auditor, world.tenant);
  const fleet = await inviteInto(world.emails.auditor, null);
  const victim = world.userIds.viewer;
  const membership = () =>
    readOne("SELECT role FROM memberships m JOIN tenants t ON t.id = m.tenant_id WHERE slug = $1 AND user_id = $2", [
      world.tenant,
      victim,
    ]);
  const isOpen = (invitation: string) =>
    readOne("SELECT accepted_at IS NULL AND revoked_at IS NULL FROM invitations WHERE id = $1", [invitation]);

  for (const [as, expected] of [
    [world.otherTenant, "invitation_invalid"],
    [world.tenant, "tenant_unknown"],
  ]) {
    const answer = await call("other client", "(client)/t/[slug]/actions.ts revokeInvitation", { slug: as, id });
    expect(outcomeOf(answer)).toBe(expected);
  }
  for (const to of ["removed", "owner"]) {
    for (const [as, expected] of [
      [world.otherTenant, "member_unknown"],
      [world.tenant, "tenant_unknown"],
    ]) {
      const input = { slug: as, userId: victim, to };
      expect(outcomeOf(await call("other client", "(client)/t/[slug]/actions.ts changeMember", input))).toBe(expected);
    }
  }
  expect(await membership()).toBe("viewer");

  for (const [file, given] of [
    ["(site)/invitation/actions.ts", token],
    ["(site)/invitation/fleet/actions.ts", fleet.token],
  ] as const) {
    const outcome = outcomeOf(await call("other client", `${file} accept`, { token: given }));
    expect(outcome, file).not.toBe("ok");
    expect(outcome, file).not.toMatch(/^no result/);
  }
  expect([await isOpen(id), await isOpen(fleet.id)]).toEqual([true, true]);
});

test("nobody acts on another's session, application, address or saved view by its id", async () => {
  const owner = world.userIds["tenant's owner"];
  const session = await sessionOf(owner);
  const ended = await call("other client", "(client)/account/actions.ts endSession", { id: session });
  expect(ended.headers["x-action-redirect"]).toContain("/account");
  expect(await readOne("SELECT revoked_at IS NULL FROM sessions WHERE id = $1", [session])).toBe(true);

  for (const verb of ["withdrawApplication", "confirmApplication"]) {
    for (const person of ["other client", "fleet's owner"] as const) {
      const answer = await call(person, `(client)/applications/[id]/actions.ts ${verb}`, { id: world.applicationId });
      expect(outcomeOf(answer)).toBe("application_unknown");
    }
  }
  expect(await readOne("SELECT status FROM applications WHERE id = $1", [world.applicationId])).toBe("pending");

  const token = randomBytes(32).toString("base64url");
  await inControlDatabase((db) =>
    db.query(
      `INSERT INTO one_time_tokens (token_hash, purpose, user_id, email, expires_at)
       VALUES ($1, 'change_email', $2, 'new@authorisation.example', now() + interval '10 minutes')`,
      [createHash("sha256").update(token).digest("hex"), owner],
    ),
  );
  expect(outcomeOf(await call("other client", "(client)/account/actions.ts confirmEmail", { token }))).toBe(
    "link_invalid",
  );
  expect(await readOne("SELECT email FROM users WHERE id = $1", [owner])).toBe(world.emails["tenant's owner"]);

  const view = randomUUID();
  await inControlDatabase((db) =>
    db.query("INSERT INTO saved_views (id, user_id, name, query) VALUES ($1, $2, 'Mine', '')", [
      view,
      world.userIds.auditor,
    ]),
  );
  const deleteView = "(portal)/admin/actions.ts deleteFleetView";
  await call("fleet's owner", deleteView, { id: view });
  expect(await readOne("SELECT name FROM saved_views WHERE id = $1", [view])).toBe("Mine");
  await call("auditor", deleteView, { id: view });
  expect(await readOne("SELECT name FROM saved_views WHERE id = $1", [view])).toBeUndefined();
});

test("an admin of a tenant gives nobody what only owners give", async () => {
  const as = { slug: world.tenant };
  const change = "(client)/t/[slug]/actions.ts changeMember";
  for (const [person, to] of [
    ["tenant's admin", "owner"],
    ["viewer", "owner"],
    ["tenant's owner", "viewer"],
    ["tenant's owner", "removed"],
  ] as const) {
    const answer = await call("tenant's admin", change, { ...as, userId: world.userIds[person], to });
    expect(outcomeOf(answer), `${person} → ${to}`).toBe("forbidden");
  }
  const invite = "(client)/t/[slug]/actions.ts invite";
  const answer = await call("tenant's admin", invite, { ...as, email: world.emails["other client"], role: "owner" });
  expect(outcomeOf(answer)).toBe("forbidden");
});

test("an admin who views a tenant sees what a viewer sees and changes nothing there", async () => {
  const operator = world.callers.operator;
  const view = "(portal)/admin/tenants/[slug]/actions.ts viewAsClient";
  expect(outcomeOf(await call("operator", view, { slug: world.tenant, reason: "Asked for help" }))).toBe("ok");
  try {
    expect((await operator.ask(`/t/${world.tenant}`)).status).toBe(200);
    expect((await operator.ask(`/t/${world.otherTenant}`)).status).toBe(404);
    expect((await operator.ask(`/api/t/${world.tenant}/logs/stream`)).status).toBe(403);
    for (const name of Object.keys(actions).filter((key) => key.startsWith("(client)/t/"))) {
      expect(outcomeOf(await call("operator", name, { slug: world.tenant })), name).toBe("forbidden");
    }
  } finally {
    await call("operator", "(portal)/admin/tenants/[slug]/actions.ts leaveViewing", {});
  }
  expect((await operator.ask(`/t/${world.tenant}`)).status).toBe(404);
});

const saveName = "(client)/account/actions.ts saveName";
const nameOf = (person: Person) => readOne("SELECT name FROM users WHERE id = $1", [world.userIds[person]]);

test("an action is done for the portal's own pages, and for no other site's", async () => {
  const port = new URL(portalUrl()).port;
  for (const origin of [
    "http://evil.example",
    `http://${world.tenant}.localhost:${port}`,
    "http://localhost:1",
    `http://localhost.evil.example:${port}`,
    "null",
  ]) {
    const answer = await call("viewer", saveName, { name: "Forged" }, { origin });
    expect(answer.status, origin).toBeGreaterThanOrEqual(400);
    expect(await nameOf("viewer"), origin).toBeNull();
  }

  // As a form sends it before any script has run: what to call is a field.
  const { id = "", page = "" } = built.get(saveName) ?? {};
  const path = pathOf(page, "viewer");
  const boundary = "authorisation";
  const sendForm = (name: string, origin: string) => {
    const fields = {
      $ACTION_REF_1: "",
      "$ACTION_1:0": JSON.stringify({ id, bound: "$@1" }),
      "$ACTION_1:1": "[null]",
      name,
    };
    const parts = Object.entries(fields).map(
      ([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
    );
    const headers = { "content-type": `multipart/form-data; boundary=${boundary}`, origin };
    return world.callers.viewer.ask(path, { method: "POST", headers, body: `${parts.join("")}--${boundary}--\r\n` });
  };
  await sendForm("Forged", "http://evil.example");
  expect(await nameOf("viewer")).toBeNull();

  // Reading changes nothing, whatever it is called with.
  await world.callers.viewer.ask(`${path}?name=Forged`, { headers: { "next-action": id } });
  expect(await nameOf("viewer")).toBeNull();

  // The same, from where it may come.
  await call("viewer", saveName, { name: "By script" });
  expect(await nameOf("viewer")).toBe("By script");
  await sendForm("By form", world.callers.viewer.origin);
  expect(await nameOf("viewer")).toBe("By form");
});

test("routes change nothing: there is none to post to but sign-in's own, and that asks for its token", async () => {
  for (const file of Object.keys(routes).filter((key) => !key.includes("nextauth"))) {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await world.callers["fleet's owner"].ask(pathOf(file, "fleet's owner"), { method });
      expect(answer.status, `${method} ${file}`).toBe(405);
    }
  }
  const session = await sessionOf(world.userIds.viewer);
  for (const fields of [{}, { csrfToken: "made-up" }]) {
    await world.callers.viewer.post("/api/auth/signout", fields as Record<string, string>, {
      origin: "http://evil.example",
    });
    expect(await readOne("SELECT revoked_at IS NULL FROM sessions WHERE id = $1", [session])).toBe(true);
  }
});

/** Streams ask every 3 s whether somebody may still look, the fleet's every 10 s. Milliseconds. */
const deadlineMs = 14_000;

test("streams end with the session, the membership, the role and the suspension", async () => {
  const { callers, emails, userIds, tenant, suspendedTenant, applicationId } = world;
  await changeTenant("resume", suspendedTenant);
  const again = async (person: Person): Promise<PortalCaller> => {
    const caller = new PortalCaller(portalUrl());
    await caller.signIn(emails[person]);
    return caller;
  };
  const stream = async (caller: PortalCaller, path: string) => {
    const { status, over } = await caller.follow(path, deadlineMs);
    expect(status, path).toBe(200);
    return { path, over };
  };
  const second = await again("tenant's owner");
  const ofSession = await sessionOf(userIds["tenant's owner"]);
  const streams = await Promise.all([
    stream(second, `/api/applications/${applicationId}/stream`),
    stream(second, `/api/t/${tenant}/progress/stream`),
    stream(second, `/api/t/${tenant}/logs/stream`),
    stream(callers.viewer, `/api/t/${tenant}/progress/stream`),
    stream(callers["suspended client"], `/api/t/${suspendedTenant}/logs/stream`),
    stream(callers.auditor, "/api/admin/fleet/stream"),
  ]);
  // Whoever may still look is not cut off with the others.
  const stays = await stream(callers["tenant's owner"], `/api/t/${tenant}/progress/stream`);
  let isOver = false;
  stays.over.then(
    () => (isOver = true),
    () => {},
  );

  await inControlDatabase(async (db) => {
    await db.query("UPDATE sessions SET revoked_at = now() WHERE id = $1", [ofSession]);
    await db.query("DELETE FROM memberships WHERE user_id = $1", [userIds.viewer]);
    await db.query("UPDATE users SET admin_role = NULL WHERE id = $1", [userIds.auditor]);
  });
  await changeTenant("suspend", suspendedTenant, "The invoice is open");
  for (const { path, over } of streams) expect(await over, path).toContain("event: end");
  expect(isOver).toBe(false);
});
