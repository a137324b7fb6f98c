import * as z from "zod/mini";

/** What a page can be laid out with. The server's own list is in `content/blocks.py`. */

const text = z._default(z.string(), "");
const link = z.object({ label: text, to: text });
const links = z._default(z.array(link), []);
const shown = z.object({ picture: text, alt: text, caption: text });

const blockSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("hero"),
    title: text,
    text,
    picture: text,
    alt: text,
    layout: z._default(z.enum(["below", "beside"]), "below"),
    links,
  }),
  z.object({ kind: z.literal("text"), text }),
  z.object({
    kind: z.literal("image"),
    picture: text,
    alt: text,
    caption: text,
    width: z._default(z.enum(["text", "wide", "full"]), "wide"),
  }),
  z.object({
    kind: z.literal("gallery"),
    title: text,
    pictures: z._default(z.array(shown), []),
  }),
  z.object({ kind: z.literal("quote"), text, by: text, about: text }),
  z.object({ kind: z.literal("action"), title: text, text, links }),
  z.object({
    kind: z.literal("posts"),
    title: text,
    count: z._default(z.number(), 3),
    /** The id of a category; empty for all. */
    category: text,
    layout: z._default(z.enum(["cards", "list"]), "cards"),
  }),
  z.object({
    kind: z.literal("contact"),
    title: text,
    address: text,
    email: text,
    phone: text,
    map: text,
    hours: z._default(z.array(z.object({ days: text, times: text })), []),
  }),
]);

export type Block = z.infer<typeof blockSchema>;
export type BlockKind = Block["kind"];
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;
/** `to` is an entry's id, a path on this site or an address. */
export type BlockLink = z.infer<typeof link>;
export type ShownPicture = z.infer<typeof shown>;
/** As it is kept: what is empty is not there. */
export type StoredBlock = Readonly<Record<string, unknown>>;

const none: readonly StoredBlock[] = [];

/** What `data.blocks` holds; other data than a list of objects is no blocks of ours. */
export function storedIn(value: unknown): readonly StoredBlock[] {
  const isList = Array.isArray(value) && value.every((one) => typeof one === "object" && one);
  return isList ? value : none;
}

/** A block with all its parts; null for a kind that this release does not know. */
export function readBlock(stored: StoredBlock): Block | null {
  const read = blockSchema.safeParse(stored);
  return read.success ? read.data : null;
}

export function newBlock(kind: BlockKind): StoredBlock {
  return { kind };
}

/** The block without what says nothing, in its rows too. */
export function storedBlock(block: Block): StoredBlock {
  return withoutEmpty(block);
}

function withoutEmpty(value: object): StoredBlock {
  const said = Object.entries(value).flatMap(([part, one]): [string, unknown][] => {
    if (one === "" || (Array.isArray(one) && one.length === 0)) return [];
    return [[part, Array.isArray(one) ? one.map(withoutEmpty) : one]];
  });
  return Object.fromEntries(said);
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a link leads to an entry of this site by its id. */
export const isEntryId = (to: string): boolean => ID.test(to);
