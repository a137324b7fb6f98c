import { redirect, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { asDatabaseError } from "../db/client.ts";
import { FreeholdError, failure } from "../errors.ts";
import type { AdminSession } from "./find-session.ts";
import { currentSession } from "./session.ts";

/**
 * The only door to what admins see and do. Every page and route under `admin` is made by one of
 * these (a test walks the folders and says so), so that forgetting it is not possible.
 */
export function adminPage<Props>(
  render: (session: AdminSession, props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return async (props) => {
    try {
      const session = await currentSession();
      if (session === null) redirect("/admin/enter");
      return await render(session, props);
    } catch (thrown) {
      unstable_rethrow(thrown);
      throw withDigest(asDatabaseError(thrown));
    }
  };
}

type Route<Context> = (request: Request, context: Context) => Promise<Response>;

/** As `adminPage`, for route handlers: 401 without a session, the error table's JSON otherwise. */
export function adminRoute<Context>(
  handle: (session: AdminSession, request: Request, context: Context) => Promise<Response>,
): Route<Context> {
  return async (request, context) => {
    try {
      const session = await currentSession();
      if (session === null) {
        return errorResponse(failure("sign_in_required"));
      }
      return await handle(session, request, context);
    } catch (thrown) {
      unstable_rethrow(thrown);
      const error = asDatabaseError(thrown);
      if (error instanceof FreeholdError) return errorResponse(error);
      throw error;
    }
  };
}

const errorResponse = (error: FreeholdError): Response =>
  Response.json({ error: error.toJSON() }, { status: error.httpStatus });

/** Next hides an error's text from the browser but keeps its digest: ours is the code. */
function withDigest(error: unknown): unknown {
  return error instanceof FreeholdError ? Object.assign(error, { digest: error.code }) : error;
}
