/** One-time links, as everywhere (lib/domain/link-token.ts). */
export { hashToken, newToken } from "../domain/link-token.ts";
