import type { ReactNode } from "react";
import type { z } from "zod";
import { failure } from "../errors.ts";
import type { RequestSource } from "../portal/request-source.ts";
import type { Actor } from "../tenants/actor.ts";
import { type Action, asAction, asPage, asRoute, currentSource, inputOf, redirectToSignIn } from "./door.ts";
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
  readonly source: RequestSource;
}

export function personAction<Schema extends z.ZodType, T>(
  schema: Schema,
  run: (input: z.output<Schema>, context: PersonContext) => Promise<T>,
): Action<z.input<Schema>, T> {
  return async (first: unknown, form?: FormData) =>
    asAction(
      async () => {
        const session = await currentSession();
        if (session === null) throw failure("sign_in_required");
        const source = await currentSource();
        return { session, source, actor: { name: actorName(session), ...source } };
      },
      schema,
      inputOf(first, form),
      run,
    );
}

/** Who a stranger is, for the audit trail: nobody, from somewhere. */
export interface StrangerContext {
  readonly actor: Actor;
  readonly source: RequestSource;
  readonly address: string;
}

/** An action that anybody may call, as often from one address as its limit says. */
export function publicAction<Schema extends z.ZodType, T>(
  limit: LimitName,
  schema: Schema,
  run: (input: z.output<Schema>, context: StrangerContext) => Promise<T>,
): Action<z.input<Schema>, T> {
  return async (first: unknown, form?: FormData) =>
    asAction(
      async () => {
        const source = await currentSource();
        const address = source.address ?? "unknown";
        await takeFromLimit(limit, address);
        return { actor: { name: "visitor", ...source }, source, address };
      },
      schema,
      inputOf(first, form),
      run,
    );
}
