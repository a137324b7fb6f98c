import { settle } from "./count.ts";
import type { Part } from "./part.ts";
import { countStack } from "./reports.ts";

/** What a client gets: types and tests of the API, the database's image, the routes of nginx. */
export const stack: Part = {
  name: "stack",
  async run(bench, program) {
    const { db, api, web } = await bench.images();
    const { code, output } = await program(["sh", "stack/test", "--tag", "built"], {
      env: { CMS_DB_IMAGE: db.reference, CMS_API_IMAGE: api.reference, CMS_WEB_IMAGE: web.reference },
    });
    return settle(countStack(output), code);
  },
};
