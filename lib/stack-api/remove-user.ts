import { callStack, type StackApi } from "./call-stack.ts";

/** Ends somebody's access to a CMS; what they wrote stays. Nobody of that address is as good. @throws stack_api_failed */
export async function removeUser(api: StackApi, email: string): Promise<void> {
  const path = `/internal/users/${encodeURIComponent(email)}`;
  await callStack(api, { method: "DELETE", path, expects: [204, 200, 404] });
}
