import type { Engine } from "./connect.ts";

/** What Docker reports when an object changes; the part that matters here. */
export interface DockerEvent {
  readonly kind: "container" | "network" | "volume";
  readonly action: string;
  /** A container's labels and name; a network's or volume's name. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly name: string;
}

interface WatchOptions {
  readonly onEvent: (event: DockerEvent) => void;
  /** Called each time the stream stands (again): look at everything, events were missed. */
  readonly onConnected: () => void;
  readonly onLost: (error: Error) => void;
}

const retryMs = 1_000;
const interesting = {
  container: ["die", "destroy", "pause"],
  network: ["disconnect", "destroy"],
  volume: ["destroy"],
} as const;

const kinds: DockerEvent["kind"][] = ["container", "network", "volume"];

/** Follows an engine's event stream and takes it up again for as long as it is not stopped. */
export function watchEvents(engine: Engine, options: WatchOptions): { stop(): void } {
  let stopped = false;
  let stream: NodeJS.ReadableStream | null = null;
  let retry: NodeJS.Timeout | undefined;

  const lost = (error: Error): void => {
    if (stopped || retry) return;
    options.onLost(error);
    retry = setTimeout(() => {
      retry = undefined;
      connect();
    }, retryMs);
  };

  function connect(): void {
    const filters = { type: kinds, event: [...new Set(Object.values(interesting).flat())] };
    engine.docker.getEvents({ filters }).then((opened) => {
      if (stopped) return void (opened as NodeJS.ReadableStream & { destroy(): void }).destroy();
      stream = opened;
      let rest = "";
      opened.on("data", (chunk: Buffer) => {
        const lines = (rest + chunk.toString("utf8")).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines.filter((text) => text.trim() !== "")) options.onEvent(parseEvent(line));
      });
      opened.on("error", lost);
      opened.on("end", () => lost(new Error("the event stream ended")));
      opened.on("close", () => lost(new Error("the event stream closed")));
      options.onConnected();
    }, lost);
  }

  connect();
  return {
    stop() {
      stopped = true;
      clearTimeout(retry);
      (stream as (NodeJS.ReadableStream & { destroy(): void }) | null)?.destroy();
    },
  };
}

function parseEvent(line: string): DockerEvent {
  const raw = JSON.parse(line) as {
    Type: DockerEvent["kind"];
    Action: string;
    Actor: { ID: string; Attributes?: Record<string, string> };
  };
  const attributes = raw.Actor.Attributes ?? {};
  return { kind: raw.Type, action: raw.Action, attributes, name: attributes.name ?? raw.Actor.ID };
}
