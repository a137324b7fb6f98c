import {
  GalleryHorizontalEnd,
  Image,
  type LucideIcon,
  MapPin,
  Megaphone,
  Newspaper,
  PanelTop,
  Pilcrow,
  Quote,
} from "lucide-react";
import type { Block, BlockKind } from "@/features/blocks/block.ts";

type KindWords = {
  label: string;
  about: string;
  icon: LucideIcon;
  /** What somebody may call it who looks for it. */
  words: readonly string[];
};

export const kinds: Readonly<Record<BlockKind, KindWords>> = {
  hero: {
    label: "Hero",
    about: "A large title, a line and a picture. On top it is the page’s title.",
    icon: PanelTop,
    words: ["header", "banner", "title", "cover", "intro"],
  },
  text: {
    label: "Text",
    about: "Headings, paragraphs, lists and tables.",
    icon: Pilcrow,
    words: ["paragraph", "prose", "body", "heading", "table", "list"],
  },
  image: {
    label: "Picture",
    about: "One picture with a caption, as wide as you like.",
    icon: Image,
    words: ["image", "photo", "figure"],
  },
  gallery: {
    label: "Gallery",
    about: "Several pictures side by side.",
    icon: GalleryHorizontalEnd,
    words: ["images", "photos", "pictures", "grid"],
  },
  quote: {
    label: "Quote",
    about: "What somebody said, set large.",
    icon: Quote,
    words: ["testimonial", "citation", "review"],
  },
  action: {
    label: "Call to action",
    about: "A band that asks for one thing, with a button.",
    icon: Megaphone,
    words: ["cta", "button", "banner", "link"],
  },
  posts: {
    label: "Newest posts",
    about: "The latest of the blog, or of one category.",
    icon: Newspaper,
    words: ["blog", "news", "list", "articles", "latest"],
  },
  contact: {
    label: "Contact",
    about: "Address, telephone, e-mail and opening hours.",
    icon: MapPin,
    words: ["address", "hours", "phone", "map", "email", "opening times"],
  },
};

export const blockKinds = Object.keys(kinds) as BlockKind[];

/** The kinds whose name, or another word for them, has a word that begins so; all for nothing. */
export function kindsFor(query: string): BlockKind[] {
  const wanted = query.trim().toLowerCase().replace(/^\//, "");
  return blockKinds.filter((kind) => {
    const { label, words } = kinds[kind];
    return [label.toLowerCase(), ...words].some((word) => ` ${word}`.includes(` ${wanted}`));
  });
}

/** What a block says, in the few words that tell it from others of its kind. */
export function summaryOf(block: Block): string {
  switch (block.kind) {
    case "hero":
    case "action":
      return block.title || block.text;
    case "text":
      return wordsOf(block.text);
    case "image":
      return block.caption || block.alt;
    case "gallery":
      return block.title || counted(block.pictures.length, "picture");
    case "quote":
      return block.text || block.by;
    case "posts":
      return block.title || `The newest ${block.count}`;
    case "contact":
      return block.title || block.address || block.email || block.phone;
  }
}

function counted(number: number, what: string): string {
  if (number === 0) return "";
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** The first words of HTML, for showing them as text; entities are left to the reader's eye. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 160);
}
