import * as z from "zod/mini";
import type { EntryData } from "@/features/entries/entry.ts";

/** The schema's default also where there is something else than expected. */
const text = z.catch(z._default(z.string(), ""), "");

const schema = z.object({
  body: text,
  bodyFormat: z.catch(z._default(z.enum(["markdown", "html"]), "html"), "html"),
  /** Stands under the title, and where the entry is linked. */
  summary: text,
  /** Where the picture at the top is: a path on this site or https; empty for none. */
  cover: text,
  coverAlt: text,
});

const seoSchema = z.object({
  title: text,
  description: text,
  noindex: z.catch(z._default(z.boolean(), false), false),
});

export type DocumentData = z.infer<typeof schema>;
export type Seo = z.infer<typeof seoSchema>;

/** What every page and post has in its data. */
export function documentOf(data: EntryData): DocumentData {
  return schema.parse(data);
}

/** What stands in the place of title and summary in search engines, of pages and public types. */
export function seoOf(data: EntryData): Seo {
  return seoSchema.parse(typeof data.seo === "object" && data.seo !== null ? data.seo : {});
}
