import { callStack, type StackApi } from "./call-stack.ts";

/** Ends everybody's sessions in a CMS, or one person's. @throws stack_api_failed */
export async function signOut(api: StackApi, email?: string): Promise<void> {
  const body = email === undefined ? {} : { email };
  await callStack(api, { method: "POST", path: "/internal/sign-out", body, expects: [200, 204] });
}
