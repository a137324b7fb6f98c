import { expect, test } from "vitest";
import type { Job, Report } from "@/features/transfer/api.ts";
import {
  contentsOf,
  kindLabel,
  shareOf,
  stepOf,
  summaryOf,
  totals,
} from "@/features/transfer/words.ts";

const job: Job = {
  id: "1",
  kind: "import",
  format: "site",
  status: "running",
  name: "site.zip",
  bytes: 10,
  userName: "Ada",
  createdAt: "2027-03-01T10:00:00Z",
  endedAt: null,
  done: 3,
  total: 12,
  what: "Pages and posts",
  problem: "",
  hasFile: false,
  fileUntil: null,
  counts: {},
};
const report: Report = {
  counts: { page: { created: 2, skipped: 1 }, post: { created: 1, unchanged: 4 } },
  items: [],
  leftOff: 0,
};

test("a job says what is being done and how far it is", () => {
  expect(stepOf(job)).toBe("Pages and posts, 3 of 12");
  expect(shareOf(job)).toBe(0.25);
});

test("of bytes the share alone is told, and while nothing is known neither", () => {
  expect(stepOf({ ...job, what: "Checking the file", total: 9_000_000 })).toBe("Checking the file");
  expect(stepOf({ ...job, what: "", total: 0 })).toBe("Beginning to import");
  expect(stepOf({ ...job, status: "waiting" })).toBe("Waiting for its turn");
  expect(shareOf({ done: 0, total: 0 })).toBeNull();
  expect(shareOf({ done: 13, total: 12 })).toBe(1);
});

test("what came of an import is told by outcome, and nothing of what there was none", () => {
  expect(summaryOf({ kind: "import", counts: { skipped: 3, created: 12 } })).toBe(
    "12 new, 3 left out",
  );
  expect(summaryOf({ kind: "import", counts: {} })).toBe("There was nothing in it");
  expect(summaryOf({ kind: "export", counts: { created: 40 } })).toBe("");
});

test("totals are of one kind or of all", () => {
  expect(totals(report)).toEqual({ created: 3, updated: 0, unchanged: 4, skipped: 1 });
  expect(totals(report, "post").created).toBe(1);
  expect(totals(report, "tag").created).toBe(0);
});

test("things are called by their kind, a client's own type by its key", () => {
  expect(kindLabel("redirect")).toBe("Old address");
  expect(kindLabel("fishing_boat")).toBe("Fishing boat");
  expect(contentsOf({ counts: { entries: { created: 1 }, media: { created: 4 }, file: {} } })).toBe(
    "1 entry, 4 files",
  );
});
