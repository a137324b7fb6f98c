import { describe, expect, test } from "vitest";
import type { NetworkSpec, ServiceSpec } from "../domain/spec.ts";
import { type ContainerState, nothingObserved, type ObservedContainer, type ObservedProject } from "./observed.ts";
import { plan, printPlan, type Wanted } from "./plan.ts";
import { allThere, containerOf, spec } from "./test-project.ts";

const network = spec.networks[0] as NetworkSpec;
const data = "fh-acme_dbdata";

const planned = (
  observed: ObservedProject,
  wanted: Wanted = "running",
  dataVolumes: readonly string[] = [],
): string[] => printPlan(plan(spec, wanted, observed, dataVolumes)).split("\n");

/** Everything there, but for one container. */
function withContainer(service: string, change: Partial<ObservedContainer> | null): ObservedProject {
  const containers = allThere.containers.flatMap((container) => {
    if (container.service !== service) return [container];
    return change === null ? [] : [{ ...container, ...change }];
  });
  return { ...allThere, containers };
}

describe("wanted running", () => {
  test("nothing there: network and volume side by side, then every container", () =>
    expect(planned(nothingObserved)).toEqual([
      "create-network default: there is no network fh-acme_default",
      "create-volume dbdata: there is no volume fh-acme_dbdata",
      "create-container db: there is no container fh-acme-db-1 [after create-volume dbdata]",
      "start-container db: it was just created [after create-container db, create-network default]",
      "create-container api: there is no container fh-acme-api-1 [after create-volume dbdata]",
      "start-container api: it was just created [after create-container api, create-network default]",
      "create-container web: there is no container fh-acme-web-1 [after create-volume dbdata]",
      "start-container web: it was just created [after create-container web, create-network default]",
    ]));

  test("a service marked to start first is not held up by the others' starts", () => {
    const services = spec.services.map((service) =>
      service.name === "api" ? { ...service, labels: { ...service.labels, "freehold.start": "first" } } : service,
    );
    const starts = plan({ ...spec, services }, "running", nothingObserved).operations.filter(
      ({ action }) => action.kind === "start-container",
    );
    expect(starts.map(({ id, after }) => [id, after])).toEqual([
      ["start-container api", ["create-container api", "create-network default"]],
      ["start-container db", ["create-container db", "create-network default", "start-container api"]],
      ["start-container web", ["create-container web", "create-network default", "start-container api"]],
    ]);
  });

  test("everything there: nothing to do", () =>
    expect(planned(allThere, "running", [data])).toEqual(["nothing to do"]));

  test("no network: containers keep the id of the one they were made on, so all are made anew", () =>
    expect(planned({ ...allThere, networks: {} })).toEqual([
      "stop-container web: its network must be made anew",
      "remove-container web: its network must be made anew [after stop-container web]",
      "stop-container api: its network must be made anew",
      "remove-container api: its network must be made anew [after stop-container api]",
      "stop-container db: its network must be made anew",
      "remove-container db: its network must be made anew [after stop-container db]",
      "create-network default: there is no network fh-acme_default [after remove-container web, remove-container api, remove-container db]",
      "create-container db: it was just removed [after create-network default, remove-container db]",
      "start-container db: it was just created [after create-container db]",
      "create-container api: it was just removed [after create-network default, remove-container api]",
      "start-container api: it was just created [after create-container api]",
      "create-container web: it was just removed [after create-network default, remove-container web]",
      "start-container web: it was just created [after create-container web]",
    ]));

  test("a wrong subnet: the network is removed once nothing is on it", () =>
    expect(planned({ ...allThere, containers: [], networks: { [network.name]: "10.9.0.0/28" } }).slice(0, 2)).toEqual([
      "remove-network default: its subnet is 10.9.0.0/28, not 10.213.0.0/28",
      "create-network default: it was just removed [after remove-network default]",
    ]));

  test("a wrong subnet under running containers: they make way first", () => {
    const lines = planned({ ...allThere, networks: { [network.name]: "10.9.0.0/28" } });
    expect(lines.find((line) => line.startsWith("remove-network"))).toBe(
      "remove-network default: its subnet is 10.9.0.0/28, not 10.213.0.0/28 [after remove-container web, remove-container api, remove-container db]",
    );
  });

  test("no volume, and it never held data: it is made", () =>
    expect(planned({ ...allThere, volumes: [] })).toEqual(["create-volume dbdata: there is no volume fh-acme_dbdata"]));

  test("no volume, and it held data: nothing is done, for an empty one would look like success", () => {
    expect(planned({ ...allThere, volumes: [] }, "running", [data])).toEqual([
      "blocked: volume_missing fh-acme_dbdata",
    ]);
    expect(plan(spec, "running", nothingObserved, [data]).operations).toEqual([]);
  });

  test("of two volumes one is enough to be missed; one that a release brings along is made beside the other", () => {
    const media = { key: "media", name: "fh-acme_media", labels: {} };
    const two = { ...spec, volumes: [...spec.volumes, media] };
    expect(printPlan(plan(two, "running", allThere, [data, media.name]))).toBe("blocked: volume_missing fh-acme_media");
    expect(printPlan(plan(two, "running", allThere, [data]))).toBe(
      "create-volume media: there is no volume fh-acme_media",
    );
  });

  test.each(["db", "api", "web"])("no %s: it alone is made", (service) =>
    expect(planned(withContainer(service, null))).toEqual([
      `create-container ${service}: there is no container fh-acme-${service}-1`,
      `start-container ${service}: it was just created [after create-container ${service}]`,
    ]),
  );

  test.each<[ContainerState, string[]]>([
    ["running", ["nothing to do"]],
    ["restarting", ["nothing to do"]],
    ["created", ["start-container api: it is created"]],
    ["exited", ["start-container api: it is exited"]],
    ["paused", ["unpause-container api: it is paused"]],
    [
      "dead",
      [
        "remove-container api: it is dead",
        "create-container api: it was just removed [after remove-container api]",
        "start-container api: it was just created [after create-container api]",
      ],
    ],
    [
      "removing",
      [
        "remove-container api: it is removing",
        "create-container api: it was just removed [after remove-container api]",
        "start-container api: it was just created [after create-container api]",
      ],
    ],
  ])("api %s", (state, lines) => expect(planned(withContainer("api", { state }))).toEqual(lines));

  test.each<[string, Partial<ObservedContainer>, string]>([
    ["wrong revision", { revision: "old" }, "its revision is old, not rev-api"],
    ["no revision", { revision: "" }, "its revision is unknown, not rev-api"],
    ["wrong image", { imageId: "sha256:other" }, "its image is not the release's"],
  ])("api with the %s is replaced, and nothing else", (_, change, cause) =>
    expect(planned(withContainer("api", change))).toEqual([
      `stop-container api: ${cause}`,
      `remove-container api: ${cause} [after stop-container api]`,
      "create-container api: it was just removed [after remove-container api]",
      "start-container api: it was just created [after create-container api]",
    ]),
  );

  test("a wrong revision that is not up is removed without being stopped", () =>
    expect(planned(withContainer("api", { revision: "old", state: "exited" }))[0]).toBe(
      "remove-container api: its revision is old, not rev-api",
    ));

  test("any image will do when the release names none", () => {
    const services = spec.services.map((service): ServiceSpec => ({ ...service, imageId: null }));
    expect(printPlan(plan({ ...spec, services }, "running", allThere))).toBe("nothing to do");
  });

  test("api not on its network is connected", () =>
    expect(planned(withContainer("api", { networks: {} }))).toEqual([
      "connect-network api: it is not on fh-acme_default",
    ]));

  test("api exited and not on its network is connected, then started", () =>
    expect(planned(withContainer("api", { networks: {}, state: "exited" }))).toEqual([
      "connect-network api: it is not on fh-acme_default",
      "start-container api: it is exited [after connect-network api]",
    ]));

  test("api at a wrong address is moved", () =>
    expect(planned(withContainer("api", { networks: { [network.name]: "10.213.0.9" } }))).toEqual([
      "disconnect-network api: its address is 10.213.0.9, not 10.213.0.3",
      "connect-network api: it was just disconnected [after disconnect-network api]",
    ]));

  test("an address that Docker does not report while a container is down is no difference", () =>
    expect(planned(withContainer("api", { networks: { [network.name]: "" }, state: "exited" }))).toEqual([
      "start-container api: it is exited",
    ]));

  test("a renamed db is gone before another opens the same data at the same address", () =>
    expect(planned(withContainer("db", { name: "mine" }))).toEqual([
      "stop-container mine: it is named mine",
      "remove-container mine: it is named mine [after stop-container mine]",
      "create-container db: there is no container fh-acme-db-1 [after remove-container mine]",
      "start-container db: it was just created [after create-container db]",
    ]));

  test("a second web beside the first is removed; the first stays", () => {
    const second = { ...containerOf("web"), id: "second", name: "fh-acme-web-2" };
    expect(planned({ ...allThere, containers: [...allThere.containers, second] })).toEqual([
      "stop-container fh-acme-web-2: it is named fh-acme-web-2",
      "remove-container fh-acme-web-2: it is named fh-acme-web-2 [after stop-container fh-acme-web-2]",
    ]);
  });

  test("a service that the compose file no longer has is removed before a new one can want its address", () => {
    const cache = { ...containerOf("web"), id: "cache", name: "fh-acme-cache-1", service: "cache" };
    const observed = withContainer("web", null);
    expect(planned({ ...observed, containers: [...observed.containers, cache] })).toEqual([
      "stop-container fh-acme-cache-1: the compose file has no such service",
      "remove-container fh-acme-cache-1: the compose file has no such service [after stop-container fh-acme-cache-1]",
      "create-container web: there is no container fh-acme-web-1 [after remove-container fh-acme-cache-1]",
      "start-container web: it was just created [after create-container web]",
    ]);
  });

  test("a volume or network that the compose file does not name is left alone", () =>
    expect(
      planned({
        ...allThere,
        volumes: [...allThere.volumes, "fh-acme_other"],
        networks: { ...allThere.networks, "fh-acme_other": "10.9.0.0/28" },
      }),
    ).toEqual(["nothing to do"]));
});

describe("wanted stopped", () => {
  test("its data volume is gone: it is stopped all the same", () =>
    expect(planned({ ...allThere, volumes: [] }, "stopped", [data])).toHaveLength(3));

  test("all up: dependents first, one after the other", () =>
    expect(planned(allThere, "stopped")).toEqual([
      "stop-container web: it should be stopped",
      "stop-container api: it should be stopped [after stop-container web]",
      "stop-container db: it should be stopped [after stop-container api]",
    ]));

  test("each gets the time its service asks for", () =>
    expect(
      plan(spec, "stopped", allThere).operations.map(
        ({ action }) => action.kind === "stop-container" && action.timeout,
      ),
    ).toEqual([10, 10, 20]));

  test.each<ContainerState>(["created", "exited", "dead", "removing"])("api %s: only the others", (state) =>
    expect(planned(withContainer("api", { state }), "stopped")).toEqual([
      "stop-container web: it should be stopped",
      "stop-container db: it should be stopped [after stop-container web]",
    ]),
  );

  test.each<ContainerState>(["paused", "restarting"])("api %s counts as up", (state) =>
    expect(planned(withContainer("api", { state }), "stopped")).toHaveLength(3),
  );

  test("all stopped: nothing to do, whatever else differs", () => {
    const containers = allThere.containers.map(
      (container): ObservedContainer => ({
        ...container,
        state: "exited",
        revision: "old",
      }),
    );
    expect(planned({ ...allThere, containers }, "stopped", [data])).toEqual(["nothing to do"]);
  });

  test("nothing there: nothing to do", () => expect(planned(nothingObserved, "stopped")).toEqual(["nothing to do"]));
});

describe("services that somebody wants started anew", () => {
  const restarting = (observed: ObservedProject, services: readonly string[], wanted: Wanted = "running"): string[] => {
    const restarts = services.map((service) => ({ service, cause: "it was asked for" }));
    return printPlan(plan(spec, wanted, observed, [data], restarts)).split("\n");
  };

  test("one: it alone", () =>
    expect(restarting(allThere, ["api"])).toEqual(["restart-container api: it was asked for"]));

  test("all: what others need comes first", () =>
    expect(restarting(allThere, ["web", "api", "db"])).toEqual([
      "restart-container db: it was asked for",
      "restart-container api: it was asked for [after restart-container db]",
      "restart-container web: it was asked for [after restart-container api, restart-container db]",
    ]));

  test("two that need one another by way of a third keep their order", () =>
    expect(restarting(allThere, ["web", "db"])).toEqual([
      "restart-container db: it was asked for",
      "restart-container web: it was asked for [after restart-container db]",
    ]));

  test("what is not up, or makes way anyway, is started and not restarted", () => {
    expect(restarting(withContainer("api", { state: "exited" }), ["api"])).toEqual([
      "start-container api: it is exited",
    ]);
    expect(restarting(withContainer("api", { revision: "old" }), ["api"]).at(-1)).toBe(
      "start-container api: it was just created [after create-container api]",
    );
    expect(restarting(withContainer("api", null), ["api", "nothing-of-that-name"]).at(-1)).toBe(
      "start-container api: it was just created [after create-container api]",
    );
  });

  test("one that is on the wrong address is put right before it is started anew", () =>
    expect(restarting(withContainer("api", { networks: {} }), ["api"])).toEqual([
      "connect-network api: it is not on fh-acme_default",
      "restart-container api: it was asked for [after connect-network api]",
    ]));

  test("one that runs and is of no use: with its own cause, and its own time to end", () => {
    const cure = { service: "api", cause: "it runs and answers nothing", timeout: 1 };
    const planned = plan(spec, "running", allThere, [data], [cure]);
    expect(printPlan(planned)).toBe("restart-container api: it runs and answers nothing");
    expect(planned.operations[0]?.action).toEqual({ kind: "restart-container", name: "fh-acme-api-1", timeout: 1 });
  });

  test.each(["stopped", "absent"] as const)("%s is what counts", (wanted) =>
    expect(restarting(allThere, ["db", "api", "web"], wanted)).toEqual(planned(allThere, wanted, [data])),
  );
});

describe("wanted absent", () => {
  test("everything there: containers side by side, then volume and network", () =>
    expect(planned(allThere, "absent", [data])).toEqual([
      "remove-container db: it should be gone",
      "remove-container api: it should be gone",
      "remove-container web: it should be gone",
      "remove-volume dbdata: it should be gone [after remove-container db, remove-container api, remove-container web]",
      "remove-network default: it should be gone [after remove-container db, remove-container api, remove-container web]",
    ]));

  test("leftovers, also such as the compose file does not name", () => {
    const stray = { ...containerOf("web"), name: "fh-acme-cache-1", service: "cache" };
    const leftovers = { containers: [stray], networks: {}, volumes: ["fh-acme_dbdata", "fh-acme_other"] };
    expect(planned(leftovers, "absent")).toEqual([
      "remove-container fh-acme-cache-1: it should be gone",
      "remove-volume dbdata: it should be gone [after remove-container fh-acme-cache-1]",
      "remove-volume other: it should be gone [after remove-container fh-acme-cache-1]",
    ]);
  });

  test("a data volume that is gone already is no obstacle", () =>
    expect(planned(nothingObserved, "absent", [data])).toEqual(["nothing to do"]));
});
