import { expect, test } from "vitest";
import { offersAfter, offersBelow } from "@/features/entries/place-offers.ts";

const page = (id: string, parentId: string | null, position: number) => ({
  id,
  parentId,
  position,
  title: id.toUpperCase(),
});
const about = page("about", null, 1);
const team = page("team", "about", 2);
const ada = page("ada", "team", 3);
const jobs = page("jobs", "about", 4);
const contact = page("contact", null, 5);
const pages = [about, team, ada, jobs, contact];

test("whatever a page can stand below is offered in the order of the tree, with what that is below", () => {
  expect(offersBelow(pages, contact).map(({ name, depth, above }) => [name, depth, above])).toEqual(
    [
      ["Nothing: at the top", 0, ""],
      ["ABOUT", 0, ""],
      ["TEAM", 1, "ABOUT"],
      ["ADA", 2, "ABOUT / TEAM"],
      ["JOBS", 1, "ABOUT"],
    ],
  );
});

test("below another page it is the last, below the one it has it stays where it stands", () => {
  expect(offersBelow(pages, team).map(({ place }) => place)).toEqual([
    { parentId: null, beforeId: null },
    { parentId: "about", beforeId: "jobs" },
    { parentId: "jobs", beforeId: null },
    { parentId: "contact", beforeId: null },
  ]);
});

test("beside others it can be the first and after each of them, itself left out", () => {
  const places = (parentId: string | null) =>
    offersAfter(pages, team, parentId).map(({ id, place }) => [id, place.beforeId]);
  expect(places(null)).toEqual([
    ["", "about"],
    ["about", "contact"],
    ["contact", null],
  ]);
  expect(places("about")).toEqual([
    ["", "jobs"],
    ["jobs", null],
  ]);
  expect(places("contact")).toEqual([["", null]]);
});
