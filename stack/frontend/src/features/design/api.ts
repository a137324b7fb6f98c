import { queryOptions } from "@tanstack/react-query";
import * as z from "zod/mini";
import { request } from "@/lib/api.ts";

export const corners = ["square", "soft", "round"] as const;
export const widths = ["narrow", "normal", "wide"] as const;
export const spacings = ["compact", "normal", "airy"] as const;
export const headers = ["beside", "centred"] as const;

const pictureSchema = z.object({
  id: z.string(),
  src: z.string(),
  width: z.nullable(z.number()),
  height: z.nullable(z.number()),
});
const linkSchema = z.object({
  kind: z.enum(["entry", "url", "listing"]),
  /** Stands over the title of what it leads to; an address has no other. */
  label: z.string(),
  entryId: z.nullable(z.string()),
  url: z.nullable(z.string()),
  listing: z.nullable(z.enum(["blog", "search"])),
});
const itemSchema = z.extend(linkSchema, { children: z.array(linkSchema) });

const designSchema = z.object({
  theme: z.string(),
  /** Colours are `#rrggbb`; null is the theme's own, here and below. */
  paper: z.nullable(z.string()),
  ink: z.nullable(z.string()),
  accent: z.nullable(z.string()),
  /** Follows a visitor's device into the dark. */
  night: z.boolean(),
  pairing: z.nullable(z.string()),
  corners: z.nullable(z.enum(corners)),
  width: z.enum(widths),
  spacing: z.enum(spacings),
  header: z.enum(headers),
  logo: z.nullable(pictureSchema),
  icon: z.nullable(pictureSchema),
  shareImage: z.nullable(pictureSchema),
  footerText: z.string(),
  /** Null is the menu that the pages themselves make up. */
  headerMenu: z.nullable(z.array(itemSchema)),
  footerMenu: z.nullable(z.array(itemSchema)),
});

const designingSchema = z.object({
  /** Counts up with every change; a change names the version that it started from. */
  version: z.number(),
  design: designSchema,
  hasChanges: z.boolean(),
  canUndo: z.boolean(),
  appliedAt: z.nullable(z.string()),
  /** What visitors see meanwhile, in short; the typeface as CSS. */
  worn: z.object({
    theme: z.string(),
    paper: z.string(),
    ink: z.string(),
    accent: z.string(),
    display: z.string(),
  }),
  /** Colours that could not be read where they would stand, and what visitors see instead. */
  adjustments: z.array(
    z.object({
      token: z.enum(["ink", "accent"]),
      asked: z.string(),
      used: z.string(),
      contrast: z.number(),
    }),
  ),
  /** What the entries of the menus are called; a path is where they are public. */
  entries: z.array(z.object({ id: z.string(), title: z.string(), path: z.nullable(z.string()) })),
  /** The whole site in this design, for whoever has the link; and its style sheet alone. */
  previewUrl: z.string(),
  styleUrl: z.string(),
});

const choicesSchema = z.object({
  themes: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      about: z.string(),
      paper: z.string(),
      wash: z.string(),
      ink: z.string(),
      accent: z.string(),
      pairing: z.string(),
      corners: z.number(),
    }),
  ),
  pairings: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      about: z.string(),
      /** CSS font families. */
      display: z.string(),
      body: z.string(),
      displayWeight: z.number(),
    }),
  ),
});

export type Picture = z.infer<typeof pictureSchema>;
export type MenuLink = z.infer<typeof linkSchema>;
export type MenuItem = z.infer<typeof itemSchema>;
export type Design = z.infer<typeof designSchema>;
export type Designing = z.infer<typeof designingSchema>;
export type Choices = z.infer<typeof choicesSchema>;
export type SiteTheme = Choices["themes"][number];
export type Pairing = Choices["pairings"][number];
export type MenuEntry = Designing["entries"][number];

export const designQuery = queryOptions({
  queryKey: ["design"],
  queryFn: ({ signal }) => request("GET", "/design", { schema: designingSchema, signal }),
  // What is being changed must not be replaced from behind.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 0,
});

export const choicesQuery = queryOptions({
  queryKey: ["design-choices"],
  queryFn: ({ signal }) => request("GET", "/design/choices", { schema: choicesSchema, signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

/** @throws {ApiError} `conflict` when somebody has changed the design since `version` */
export function saveDesign(design: Design, version: number): Promise<Designing> {
  const { logo, icon, shareImage, ...rest } = design;
  const pictures = {
    logoId: logo?.id ?? null,
    iconId: icon?.id ?? null,
    shareImageId: shareImage?.id ?? null,
  };
  const body = { version, design: { ...rest, ...pictures } };
  return request("PUT", "/design", { body, schema: designingSchema });
}

export type DesignStep = "apply" | "discard" | "undo";

/** @throws {ApiError} `conflict` when somebody has changed the design since `version` */
export function takeStep(step: DesignStep, version: number): Promise<Designing> {
  return request("POST", `/design/${step}`, { body: { version }, schema: designingSchema });
}

const foundSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      type: z.string(),
      title: z.string(),
      path: z.nullable(z.string()),
      publishedPath: z.nullable(z.string()),
      inNavigation: z.boolean(),
    }),
  ),
});

/** What a menu can lead to: entries of every type that has addresses; the last changed for no words. */
export const menuEntriesQuery = (words: string) =>
  queryOptions({
    queryKey: ["pages", "menu-entries", words],
    queryFn: async ({ signal }): Promise<MenuEntry[]> => {
      const search = new URLSearchParams({ limit: "20" });
      if (words) search.set("search", words);
      const { items } = await request("GET", `/entries?${search}`, { schema: foundSchema, signal });
      return items
        .filter(({ path, publishedPath }) => path !== null || publishedPath !== null)
        .map(({ id, title, publishedPath }) => ({ id, title, path: publishedPath }));
    },
    staleTime: 10_000,
  });

/** The pages that make up the menu of a site that has none of its own, in its order. */
export async function pagesInMenu(homePageId: string | null): Promise<MenuEntry[]> {
  const search = new URLSearchParams({
    type: "page",
    status: "published",
    sort: "position",
    limit: "50",
  });
  const { items } = await request("GET", `/entries?${search}`, { schema: foundSchema });
  return items
    .filter(({ id, inNavigation }) => inNavigation && id !== homePageId)
    .map(({ id, title, publishedPath }) => ({ id, title, path: publishedPath }));
}
