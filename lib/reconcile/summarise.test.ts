import { expect, test } from "vitest";
import { type ContainerState, nothingObserved } from "./observed.ts";
import { summarise } from "./summarise.ts";
import { allThere, containerOf, spec } from "./test-project.ts";

test.each<[ContainerState, string]>([
  ["running", "running"],
  ["created", "starting"],
  ["restarting", "starting"],
  ["paused", "stopped"],
  ["exited", "stopped"],
  ["dead", "stopped"],
  ["removing", "stopped"],
])("a container that is %s reads as %s", (state, expected) => {
  const observed = { ...allThere, containers: [{ ...containerOf("api"), state }] };
  expect(summarise(spec, observed, false).services).toEqual({
    db: { state: "missing", containerId: null },
    api: { state: expected, containerId: "id-api" },
    web: { state: "missing", containerId: null },
  });
});

test("whether the site answers is told apart from what its containers do", () => {
  expect(summarise(spec, allThere, true).ready).toBe(true);
  expect(summarise(spec, allThere, false).ready).toBe(false);
  expect(summarise(spec, nothingObserved, false).ready).toBe(false);
});
