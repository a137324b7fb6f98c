import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";
import * as z from "zod/mini";
import { NotFoundPage } from "@/app/not-found-page.tsx";
import { queryClient } from "@/app/query-client.ts";
import { Root } from "@/app/root.tsx";
import { RouteError } from "@/app/route-error.tsx";
import { RoutePending } from "@/app/route-pending.tsx";
import { areaNames } from "@/features/audit/areas.ts";
import { listSearchSchema } from "@/features/entries/list/list-search.ts";
import { mediaKinds } from "@/features/media/kinds.ts";
import { may, type Permission, sessionQuery, type User } from "@/features/session/api.ts";
import { outcomes } from "@/features/transfer/outcomes.ts";

const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Root });

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/setup",
  component: lazyRouteComponent(() => import("@/features/setup/setup-page.tsx"), "SetupPage"),
});

/** Only a path inside the admin; anything else in `next` would be an open redirect. */
const inside = z.string().check(z.regex(/^\/(?![/\\])/));

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: z.object({ next: z.catch(z.optional(inside), undefined) }),
  beforeLoad: async ({ context, search }) => {
    if (await context.queryClient.ensureQueryData(sessionQuery)) {
      throw redirect({ to: search.next ?? "/", replace: true });
    }
  },
  component: lazyRouteComponent(() => import("@/features/session/sign-in-page.tsx"), "SignInPage"),
});

/** Everything below it belongs to somebody who is signed in. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    const user = await context.queryClient.ensureQueryData(sessionQuery);
    if (user) return { user };
    const next = location.pathname === "/" ? undefined : location.href;
    throw redirect({ to: "/sign-in", search: { next }, replace: true });
  },
  component: lazyRouteComponent(() => import("@/app/signed-in.tsx"), "SignedIn"),
});

const shellRoute = createRoute({
  getParentRoute: () => signedInRoute,
  id: "shell",
  component: lazyRouteComponent(() => import("@/app/shell/shell.tsx"), "Shell"),
});

/**
 * For the `beforeLoad` of a screen that not everybody may see: it is not offered to them, and an
 * address that was kept leads to something they may.
 */
const only =
  (permission: Permission) =>
  ({ context }: { context: { user: User } }): void => {
    if (!may(context.user, permission)) throw redirect({ to: "/", replace: true });
  };

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/",
  component: lazyRouteComponent(
    () => import("@/features/overview/overview-page.tsx"),
    "OverviewPage",
  ),
});

const listScreens = () => import("@/features/entries/list/screens.tsx");

const pagesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/pages",
  validateSearch: listSearchSchema,
  component: lazyRouteComponent(listScreens, "PagesScreen"),
});

const postsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/posts",
  validateSearch: listSearchSchema,
  component: lazyRouteComponent(listScreens, "PostsScreen"),
});

/** Entries of a type that was defined here. */
const entriesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/entries/$type",
  validateSearch: listSearchSchema,
  component: lazyRouteComponent(listScreens, "EntriesScreen"),
});

const mediaRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/media",
  validateSearch: z.object({
    folder: z.catch(z.optional(z.string()), undefined),
    kind: z.catch(z.optional(z.enum(mediaKinds)), undefined),
    q: z.catch(z.optional(z.coerce.string()), undefined),
  }),
  component: lazyRouteComponent(() => import("@/features/media/media-page.tsx"), "MediaPage"),
});

const termsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/terms",
  beforeLoad: only("pages.write"),
  component: lazyRouteComponent(() => import("@/features/terms/terms-page.tsx"), "TermsPage"),
});

const typesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/types",
  beforeLoad: only("pages.edit"),
  component: lazyRouteComponent(() => import("@/features/types/types-page.tsx"), "TypesPage"),
});

const typeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/types/$key",
  beforeLoad: only("pages.edit"),
  component: lazyRouteComponent(() => import("@/features/types/type-page.tsx"), "TypePage"),
});

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("@/features/site/settings-page.tsx"), "SettingsPage"),
});

const peopleRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/people",
  beforeLoad: only("people.read"),
  component: lazyRouteComponent(() => import("@/features/people/people-page.tsx"), "PeoplePage"),
});

const tokensRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/tokens",
  beforeLoad: only("tokens.manage"),
  component: lazyRouteComponent(() => import("@/features/tokens/tokens-page.tsx"), "TokensPage"),
});

const webhooksRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/webhooks",
  beforeLoad: only("webhooks.manage"),
  component: lazyRouteComponent(
    () => import("@/features/webhooks/webhooks-page.tsx"),
    "WebhooksPage",
  ),
});

const webhookRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/webhooks/$webhookId",
  beforeLoad: only("webhooks.manage"),
  component: lazyRouteComponent(
    () => import("@/features/webhooks/webhook-page.tsx"),
    "WebhookPage",
  ),
});

const transferRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/transfer",
  beforeLoad: only("site.transfer"),
  component: lazyRouteComponent(
    () => import("@/features/transfer/transfer-page.tsx"),
    "TransferPage",
  ),
});

const transferJobRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/transfer/$jobId",
  beforeLoad: only("site.transfer"),
  validateSearch: z.object({
    outcome: z.catch(z.optional(z.enum(outcomes)), undefined),
    kind: z.catch(z.optional(z.string()), undefined),
  }),
  component: lazyRouteComponent(() => import("@/features/transfer/job-page.tsx"), "JobPage"),
});

const auditRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "/audit",
  validateSearch: z.object({ about: z.catch(z.optional(z.enum(areaNames)), undefined) }),
  beforeLoad: only("audit.read"),
  component: lazyRouteComponent(() => import("@/features/audit/audit-page.tsx"), "AuditPage"),
});

/** The designer has the whole window, for the site is shown in it. */
const designRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/design",
  component: lazyRouteComponent(() => import("@/features/design/design-page.tsx"), "DesignPage"),
});

const editors = () => import("@/features/entries/editor/editor-page.tsx");

/** The editor has the whole window. A new entry has the id "new" until it is first saved. */
const pageRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/pages/$entryId",
  component: lazyRouteComponent(editors, "PageEditor"),
});

const postRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/posts/$entryId",
  component: lazyRouteComponent(editors, "PostEditor"),
});

const entryRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/entries/$type/$entryId",
  component: lazyRouteComponent(editors, "EntryEditor"),
});

/** Whatever no other route is for. */
const notFoundRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: "$",
  component: NotFoundPage,
});

const routeTree = rootRoute.addChildren([
  setupRoute,
  signInRoute,
  signedInRoute.addChildren([
    shellRoute.addChildren([
      overviewRoute,
      pagesRoute,
      postsRoute,
      entriesRoute,
      mediaRoute,
      termsRoute,
      typesRoute,
      typeRoute,
      peopleRoute,
      tokensRoute,
      webhooksRoute,
      webhookRoute,
      transferRoute,
      transferJobRoute,
      auditRoute,
      settingsRoute,
      notFoundRoute,
    ]),
    designRoute,
    pageRoute,
    postRoute,
    entryRoute,
  ]),
]);

export const router = createRouter({
  routeTree,
  basepath: "/admin",
  context: { queryClient },
  defaultPreload: "intent",
  defaultErrorComponent: RouteError,
  defaultPendingComponent: RoutePending,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
