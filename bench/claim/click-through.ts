import { type Answer, request } from "../../e2e/support/request.ts";

const portalHost = "localhost";

/** A page with the button on it, as a browser without scripts sends it: the form's fields, then what was set as cookies. */
export interface OfferedForm {
  readonly fields: readonly (readonly [name: string, value: string])[];
}

export interface Click {
  /** From the POST to the answer that leads to the stack. */
  readonly redirectMs: number;
  /** From the POST to the first page of the claimed stack, through its way in. */
  readonly firstPageMs: number;
  /** `demo-k3x9q.localhost` */
  readonly host: string;
}

/** Reads the form from the page that offers a demo. @throws when there is none */
export async function readOffer(port: number): Promise<OfferedForm> {
  const page = await request(port, portalHost, "/demo");
  const form = /<form\b[\s\S]*?<\/form>/.exec(page.body)?.[0];
  if (page.status !== 200 || form === undefined) throw new Error(`/demo offers nothing (status ${page.status})`);
  const fields = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([input]) => {
    const [name, value] = [attribute(input, "name"), attribute(input, "value")];
    return name === null ? [] : [[name, value ?? ""] as const];
  });
  return { fields };
}

/** Presses the button and follows where it leads, as a browser does, until a page of the stack is there. */
export async function clickThrough(port: number, { fields }: OfferedForm): Promise<Click> {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const encoded = new Response(form);
  const headers = {
    "content-type": encoded.headers.get("content-type") ?? "",
    origin: port === 80 ? `http://${portalHost}` : `http://${portalHost}:${port}`,
  };
  const body = await encoded.text();

  const begun = performance.now();
  const posted = await request(port, portalHost, "/demo", { method: "POST", headers, body });
  const redirectMs = performance.now() - begun;
  const wayIn = locationOf(posted);
  if (!wayIn.pathname.startsWith("/api/enter")) throw new Error(`the pool was empty: led to ${wayIn.pathname}`);
  const entered = await request(port, wayIn.hostname, `${wayIn.pathname}${wayIn.search}`);
  const cookie = (entered.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
  const path = entered.headers.location ?? "/";
  const page = await request(port, wayIn.hostname, path, { headers: { cookie } });
  const firstPageMs = performance.now() - begun;
  if (page.status !== 200) throw new Error(`${wayIn.hostname}${path} answered with status ${page.status}`);
  return { redirectMs, firstPageMs, host: wayIn.hostname };
}

function locationOf({ status, headers, body }: Answer): URL {
  if (status !== 303 || headers.location === undefined)
    throw new Error(`the click was answered with status ${status}: ${body.slice(0, 200)}`);
  return new URL(headers.location);
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'" };

function attribute(tag: string, name: string): string | null {
  const text = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return text?.replace(/&(#?\w+);/g, (whole, entity: string) => entities[entity] ?? whole) ?? null;
}
