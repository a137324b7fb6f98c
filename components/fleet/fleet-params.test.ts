import { describe, expect, test } from "vitest";
import { fleetHref, parseFleetSearch } from "./fleet-params.ts";

const nothing = parseFleetSearch({});

describe("the fleet's address", () => {
  test("brings back the search it was made from", () => {
    const href = fleetHref(nothing, {
      text: "a&b ü",
      statuses: ["failed", "running"],
      sort: "age",
      descending: true,
      page: 4,
      regions: ["local"],
      releases: ["0123abcd", "4567"],
      intents: ["running"],
      problem: true,
      columns: ["status"],
      map: "release",
    });
    const parameters = new URL(href, "http://localhost").searchParams;
    const search = parseFleetSearch({
      ...Object.fromEntries(parameters),
      status: parameters.getAll("status"),
      release: parameters.getAll("release"),
    });
    expect(search).toEqual({
      ...nothing,
      text: "a&b ü",
      statuses: ["failed", "running"],
      sort: "age",
      descending: true,
      page: 4,
      regions: ["local"],
      releases: ["0123abcd", "4567"],
      intents: ["running"],
      problem: true,
      columns: ["status"],
      map: "release",
    });
  });

  test("is plain when nothing is asked for", () => {
    expect(fleetHref(nothing, {})).toBe("/admin");
  });

  test("starts at the first page when anything but the page changes", () => {
    expect(fleetHref({ ...nothing, page: 7 }, { sort: "age" })).toBe("/admin?sort=age");
    expect(fleetHref({ ...nothing, sort: "age" }, { page: 2 })).toContain("page=3");
  });

  test("may hold nonsense, which is left out", () => {
    expect(parseFleetSearch({ sort: "drop table", status: ["x"], page: "-3", desc: "maybe", q: "\0" })).toEqual(
      nothing,
    );
    expect(parseFleetSearch({ q: "x".repeat(5_000), page: "99999999999" })).toMatchObject({
      text: "x".repeat(100),
      page: 999_999,
    });
  });
});
