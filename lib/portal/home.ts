import { type Home, locateHome } from "../home.ts";

let home: Home | undefined;

/** The installation this portal belongs to (`FREEHOLD_HOME`, `FREEHOLD_NAMESPACE`). */
export function portalHome(): Home {
  home ??= locateHome(process.env);
  return home;
}
