import { loadKey, type MasterKey } from "../secrets/key.ts";
import { portalHome } from "./home.ts";

let key: MasterKey | undefined;

/** What stacks' secrets are sealed with; for use cases that talk to a stack or sign for it. @throws key_invalid, not_up */
export function portalKey(): MasterKey {
  key ??= loadKey(portalHome(), process.env);
  return key;
}
