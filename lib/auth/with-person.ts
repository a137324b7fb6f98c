import type { ReactNode } from "react";
import type { z } from "zod";
import type { ActionResult } from "../domain/action-result.ts";
import { failure } from "../errors.ts";
import type { Actor } from "../tenants/actor.ts";
import { asAction, asPage, asRoute, currentSource, redirectToSignIn } from "./door.ts";
import { actorName, type PersonSession } from "./find-session.ts";
import { type LimitName, takeFromLimit } from "./limits.ts";
import { currentSession } from "./session.ts";

/** Doors for whoever is signed in, about themselves, and for strangers. */

export function personPage<Props>(
  render: (session: PersonSession, props: Props) => Promise<ReactNode>,
): (props: Props) => Promise<ReactNode> {
  return (props) =>
    asPage(async () => {
      const session = await currentSession();
      if (session === null) return redirectToSignIn();
      return render(session, props);
    });
}

export function personRoute<Context>(
  handle: (session: PersonSession, request: Request, context: Context) => Promise<Response>,
): (request: Request, context: Context) => Promise<Response> {
  return (request, context) =>
    asRoute(async () => {
      const session = await currentSession();
      if (session === null) throw failure("sign_in_required");
      return handle(session, request, context);
    });
}

export interface PersonContext {
  readonly session: PersonSession;
  readonly actor: Actor;
}

export function personAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, context: PersonContext) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (input) =>
    asAction(schema, input, async (parsed) => {
      const session = await currentSession();
      if (session === null) throw failure("sign_in_required");
      return run(parsed, { session, actor: { name: actorName(session), ...(await currentSource()) } });
    });
}

/** Who a stranger is, for the audit trail: nobody, from somewhere. */
export interface StrangerContext {
  readonly actor: Actor;
  readonly address: string;
}

/** An action that anybody may call, as often from one address as its limit says. */
export function publicAction<Schema extends z.ZodType, T>(
  limit: LimitName,
  schema: Schema,
  run: (input: z.output<Schema>, context: StrangerContext) => Promise<T>,
): (input: z.input<Schema>) => Promise<ActionResult<T>> {
  return async (input) =>
    asAction(schema, input, async (parsed) => {
      const source = await currentSource();
      const address = source.address ?? "unknown";
      await takeFromLimit(limit, address);
      return run(parsed, { actor: { name: "visitor", ...source }, address });
    });
}
