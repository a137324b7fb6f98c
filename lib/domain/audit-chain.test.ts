import { describe, expect, test } from "vitest";
import { type AuditRecord, chainHash, chainStart, whyBroken } from "./audit-chain.ts";

function append(previous: AuditRecord | null, subject: string): AuditRecord {
  const event = {
    seq: (previous?.seq ?? 0) + 1,
    at: "2026-03-01T12:00:00.000Z",
    actor: "cli:root",
    action: "tenant.created",
    subject,
    reason: null,
    origin: "cli",
    requestId: "r-1",
    details: { region: "local", nested: { list: [1, "2", null] } },
    prevHash: previous?.hash ?? chainStart,
  };
  return { ...event, hash: chainHash(event) };
}

const first = append(null, "tenant:a");
const second = append(first, "tenant:b");
const third = append(second, "tenant:c");
const rehashed = (record: AuditRecord): AuditRecord => ({ ...record, hash: chainHash(record) });

test("a chain that nobody touched is whole", () => {
  expect(whyBroken(null, first)).toBeNull();
  expect(whyBroken(first, second)).toBeNull();
  expect(whyBroken(second, third)).toBeNull();
});

test("the hash is the one that any other program computes", () =>
  // Computed with Python: sha256("0" * 64 + json.dumps(event, sort_keys=True, separators=(",", ":"))).
  expect(first.hash).toBe("0dc4f6a461f9d04ca0af90a78a2192ac4b1ebdfe96885f59c60800c2b1adc2ee"));

describe("a changed field is found", () => {
  const changes: { readonly [Field in Exclude<keyof AuditRecord, "seq" | "prevHash">]: AuditRecord[Field] } = {
    at: "2026-03-01T12:00:00.001Z",
    actor: "cli:other",
    action: "tenant.closed",
    subject: "tenant:z",
    reason: "",
    origin: "portal",
    requestId: "r-2",
    details: { region: "local", nested: { list: [1, 2, null] } },
    hash: "f".repeat(64),
  };
  test.each(Object.entries(changes))("%s", (field, value) =>
    expect(whyBroken(first, { ...second, [field]: value })).toBe("its content does not match its hash"),
  );
});

describe("a chain that was edited and hashed again is found", () => {
  test("an event left out", () => expect(whyBroken(first, third)).toBe("it should be number 2"));
  test("an event left out and the rest renumbered", () =>
    expect(whyBroken(first, rehashed({ ...third, seq: 2 }))).toBe("it does not name its predecessor's hash"));
  test("an event put in twice", () => expect(whyBroken(second, second)).toBe("it should be number 3"));
  test("the beginning cut off", () => expect(whyBroken(null, second)).toBe("it should be number 1"));
  test("the beginning cut off and the rest renumbered", () =>
    expect(whyBroken(null, rehashed({ ...second, seq: 1 }))).toBe("it does not name its predecessor's hash"));
  test("an event replaced: its successor tells", () => {
    const replaced = rehashed({ ...second, subject: "tenant:z" });
    expect(whyBroken(first, replaced)).toBeNull();
    expect(whyBroken(replaced, third)).toBe("it does not name its predecessor's hash");
  });
});

test("how PostgreSQL orders the keys of details does not matter", () =>
  expect(whyBroken(first, { ...second, details: { nested: { list: [1, "2", null] }, region: "local" } })).toBeNull());
