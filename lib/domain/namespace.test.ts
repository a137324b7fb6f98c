import { expect, test } from "vitest";
import { containerName, networkName, ownLabels, platformStack, projectName, volumeName } from "./names.ts";
import { defaultNamespace, parseNamespace } from "./namespace.ts";

test.each(["a", "freehold", "fhtabcde", "a1", "x".repeat(20)])("%s is a namespace", (text) =>
  expect(parseNamespace(text)).toBe(text),
);

test.each(["", "1a", "A", "a-b", "a_b", "a b", "a\n", "../a", "x".repeat(21), "ä"])("%j is none", (text) =>
  expect(() => parseNamespace(text)).toThrow("cannot be a namespace"),
);

test("objects are named as Docker Compose names them, and carry our labels and its project", () => {
  const project = projectName(defaultNamespace, "acme");
  expect([
    project,
    containerName(project, "db"),
    networkName(project, "default"),
    volumeName(project, "dbdata"),
  ]).toEqual(["freehold-acme", "freehold-acme-db-1", "freehold-acme_default", "freehold-acme_dbdata"]);
  expect(ownLabels(defaultNamespace, "acme")).toEqual({
    "freehold.namespace": "freehold",
    "freehold.stack": "acme",
    "com.docker.compose.project": "freehold-acme",
  });
});

test("the platform's own project is the namespace itself", () =>
  expect(projectName(defaultNamespace, platformStack)).toBe("freehold"));
