import { notFound } from "next/navigation";
import { cache, type ReactNode } from "react";
import { z } from "zod";
import type { ActionResult } from "../domain/action-result.ts";
import { memberMay, type TenantPermission, type TenantRole } from "../domain/permissions.ts";
import { failure } from "../errors.ts";
import { portalDb } from "../portal/database.ts";
import type { Actor } from "../tenants/actor.ts";
import { findAccess, type TenantAccess } from "../tenants/find-access.ts";
import { asAction, asPage, asRoute, currentSource, redirectToSignIn } from "./door.ts";
import { actorName, type PersonSession } from "./find-session.ts";
import { currentSession } from "./session.ts";

/**
 * The only doors to what belongs to one tenant: pages and routes below `[slug]`, actions whose
 * input names a slug. Who is no member is told that there is no such tenant. An admin who views it
 * as its client (`session.viewing`) sees what a viewer sees and changes nothing.
 */

export interface TenantContext extends TenantAccess {
  readonly session: PersonSession;
  readonly role: TenantRole;
  /** Whether an admin is looking, not a member. */
  readonly isViewing: boolean;
  readonly may: (permission: TenantPermission) => boolean;
}

/** Asked again with every request: membership and suspension hold from the moment they are written. */
export async function accessTenant(session: PersonSession, slug: string): Promise<TenantContext | null> {
  const isViewing = session.viewing !== null;
  const found = await findAccess(portalDb(), slug, session.user.id, session.viewing?.tenantId ?? null);
  if (found === null) return null;
  const role = found.memberRole ?? "viewer";
  return {
    ...found,
    session,
    role,
    isViewing: isViewing && found.memberRole === null,
    may: (permission) => memberMay(role, permission, found.isSuspended),
  };
}

const currentAccess = cache(async (slug: string): Promise<TenantContext | null> => {
  const session = await currentSession();
  return session === null ? null : accessTenant(session, slug);
});

interface TenantProps {
  readonly params: Promise<{ readonly slug: string }>;
}

export function tenantPage<Props extends TenantProps>(
  permission: TenantPermission,
  render: (context: TenantContext, props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return (props) =>
    asPage(async () => {
      if ((await currentSession()) === null) return redirectToSignIn();
      const context = await currentAccess((await props.params).slug);
      if (context === null) notFound();
      if (!context.may(permission)) throw failure("forbidden");
      return render(context, props);
    });
}

export function tenantRoute<Context extends TenantProps>(
  permission: TenantPermission,
  handle: (context: TenantContext, request: Request, route: Context) => Promise<Response>,
): (request: Request, route: Context) => Promise<Response> {
  return (request, route) =>
    asRoute(async () => {
      const context = await admit((await route.params).slug, permission);
      return handle(context, request, route);
    });
}

/** As `tenantPage`, for server actions; the schema's input must have a `slug`. */
export function tenantAction<Shape extends z.ZodRawShape, T>(
  permission: TenantPermission,
  shape: Shape,
  run: (input: z.output<z.ZodObject<Shape>>, context: TenantContext & { readonly actor: Actor }) => Promise<T>,
): (input: z.input<z.ZodObject<Shape>> & { slug: string }) => Promise<ActionResult<T>> {
  return async (input) =>
    asAction(
      async () => {
        const context = await admit(slugOf(input), permission);
        // What an admin may change is under `admin`, in their own name.
        if (context.isViewing) throw failure("forbidden");
        return { ...context, actor: { name: actorName(context.session), ...(await currentSource()) } };
      },
      z.object(shape),
      input,
      run,
    );
}

const withSlug = z.object({ slug: z.string().max(64) });

/** The tenant that an action's input names; one without is nobody's. */
const slugOf = (input: unknown): string => withSlug.safeParse(input).data?.slug ?? "";

/** @throws sign_in_required, tenant_unknown, forbidden */
async function admit(slug: string, permission: TenantPermission): Promise<TenantContext> {
  const session = await currentSession();
  if (session === null) throw failure("sign_in_required");
  const context = await accessTenant(session, slug);
  if (context === null) throw failure("tenant_unknown", { slug });
  if (!context.may(permission)) throw failure("forbidden");
  return context;
}
