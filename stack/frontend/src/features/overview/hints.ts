import type { LinkProps } from "@tanstack/react-router";
import { may, type User } from "@/features/session/api.ts";
import type { Site } from "@/features/site/api.ts";

export type Hint = { name: string; line: string; to: NonNullable<LinkProps["to"]> };

/** What a site still lacks before visitors come, for those who can do something about it. */
export function hintsFor(
  user: Pick<User, "permissions">,
  site: Pick<Site, "tagline" | "homePageId">,
  somethingIsPublished: boolean,
): readonly Hint[] {
  const hints: Hint[] = [];
  if (!somethingIsPublished && may(user, "pages.publish")) {
    hints.push({
      name: "Publish the first page",
      line: "Until then visitors find an empty site.",
      to: "/pages",
    });
  }
  if (!may(user, "site.write")) return hints;
  if (site.homePageId === null && somethingIsPublished) {
    hints.push({
      name: "Choose a home page",
      line: "Visitors see a list of all the pages first.",
      to: "/settings",
    });
  }
  if (site.tagline.trim() === "") {
    hints.push({
      name: "Write a tagline",
      line: "One line under the title says what the site is about.",
      to: "/settings",
    });
  }
  return hints;
}
