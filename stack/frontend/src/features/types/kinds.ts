import {
  AlignLeft,
  Braces,
  CalendarDays,
  CircleDot,
  FileImage,
  Hash,
  Link2,
  ListOrdered,
  type LucideIcon,
  Pilcrow,
  SquareM,
  ToggleRight,
} from "lucide-react";
import type { FieldKind, ItemKind } from "@/features/fields/field.ts";

type KindFacts = { name: string; line: string; icon: LucideIcon };

/** What each kind of field is called and what it is for. */
export const kindFacts: Readonly<Record<FieldKind, KindFacts>> = {
  text: { name: "Text", line: "A name, a line, a few words", icon: AlignLeft },
  richtext: { name: "Rich text", line: "Headings, lists, pictures, tables", icon: Pilcrow },
  markdown: { name: "Markdown", line: "Text written in Markdown", icon: SquareM },
  number: { name: "Number", line: "A price, a size, a count", icon: Hash },
  date: { name: "Date", line: "A day, with its time if wanted", icon: CalendarDays },
  boolean: { name: "Yes or no", line: "Something that is so or is not", icon: ToggleRight },
  choice: { name: "Choice", line: "One or several of a few", icon: CircleDot },
  media: { name: "File", line: "Pictures and files of the library", icon: FileImage },
  reference: { name: "Reference", line: "Another entry of this site", icon: Link2 },
  list: { name: "List", line: "Several of a kind, in an order", icon: ListOrdered },
  json: { name: "JSON", line: "Data of any form, for programs", icon: Braces },
};

/** What a list is made of, in words. */
export const itemNames: Readonly<Record<ItemKind, string>> = {
  text: "texts",
  number: "numbers",
  date: "dates",
  media: "files",
  reference: "references",
};
