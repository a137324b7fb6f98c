import type { ReactNode } from "react";
import type { z } from "zod";
import { type AdminPermission, adminMay } from "../domain/permissions.ts";
import { failure } from "../errors.ts";
import type { Actor } from "../tenants/actor.ts";
import { type Action, asAction, asPage, asRoute, currentSource, inputOf, redirectToSignIn } from "./door.ts";
import { type AdminSession, actorName, isAdmin, type PersonSession } from "./find-session.ts";
import { currentSession } from "./session.ts";

/**
 * The only doors to what admins see and do. Every page, route and action under `admin` is made by
 * one of these with the permission it needs (lib/domain/permissions.ts; a test walks the folders
 * and says so), so that forgetting it is not possible.
 */

type Render<Props> = (session: AdminSession, props: Props) => Promise<ReactNode>;

export function adminPage<Props>(
  permission: AdminPermission,
  render: Render<Props>,
): (props: Props) => Promise<ReactNode> {
  return (props) =>
    asPage(async () => {
      const session = await currentSession();
      if (session === null) return redirectToSignIn();
      return render(admit(session, permission), props);
    });
}

/** As `adminPage`, for route handlers: 401 without a session, 403 without the permission. */
export function adminRoute<Context>(
  permission: AdminPermission,
  handle: (session: AdminSession, request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return (request, context) => asRoute(async () => handle(admit(await currentSession(), permission), request, context));
}

export interface AdminContext {
  readonly session: AdminSession;
  /** For the audit trail. */
  readonly actor: Actor;
}

/** As `adminPage`, for server actions; called with their input or by a form. */
export function adminAction<Schema extends z.ZodType, T>(
  permission: AdminPermission,
  schema: Schema,
  run: (input: z.output<Schema>, context: AdminContext) => Promise<T>,
): Action<z.input<Schema>, T> {
  return async (first: unknown, form?: FormData) =>
    asAction(
      async () => {
        const session = admit(await currentSession(), permission);
        return { session, actor: { name: actorName(session), ...(await currentSource()) } };
      },
      schema,
      inputOf(first, form),
      run,
    );
}

/** @throws sign_in_required, forbidden */
function admit(session: PersonSession | null, permission: AdminPermission): AdminSession {
  if (session === null) throw failure("sign_in_required");
  if (!isAdmin(session) || !adminMay(session.user.adminRole, permission)) throw failure("forbidden");
  return session;
}
