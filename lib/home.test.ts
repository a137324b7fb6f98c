import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { locateHome, prepareHome } from "./home.ts";

test("a home that cannot be written to is named, with the reason", () => {
  const folder = mkdtempSync(join(tmpdir(), "freehold-home-"));
  try {
    writeFileSync(join(folder, "file"), "");
    const home = locateHome({ NODE_ENV: "test", FREEHOLD_HOME: join(folder, "file", "home") });
    expect(() => prepareHome(home)).toThrow(
      expect.objectContaining({ code: "home_unwritable", message: expect.stringContaining(`${home.root} cannot be`) }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
