import { join } from "node:path";

/** Where the browser's tests leave pictures of what they saw. */
export const screenshots = join(import.meta.dirname, "../screenshots");
