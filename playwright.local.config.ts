import base from "./playwright.config.ts";
export default { ...base, projects: [{ name: "portal", testMatch: "*.spec.ts" }] };
