import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

const merge = extendTailwindMerge({ extend: { theme: { radius: ["base"] } } });

/** Joins class names; of two that set the same property the later one holds. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes));
