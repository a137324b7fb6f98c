import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UiGallery } from "@/components/ui-gallery/ui-gallery.tsx";

export const metadata: Metadata = { title: "UI gallery", robots: { index: false } };

/** Every primitive on one page, for whoever works on them: in development, or when asked for. */
export default function UiGalleryPage() {
  if (process.env.NODE_ENV !== "development" && process.env.FREEHOLD_UI_GALLERY !== "1") notFound();
  return <UiGallery />;
}
