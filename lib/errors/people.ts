import { entry, usage } from "./entry.ts";

/** Who may come in, and who belongs where. */
export const peopleErrors = {
  sign_in_required: entry("You are not signed in.", "Sign in, then try again.", {
    http: 401,
    exit: 1,
  }),
  sign_in_refused: entry("Address and password do not match.", "Try again, or have a link sent to you.", {
    http: 401,
    exit: 1,
  }),
  password_wrong: entry("That is not your present password.", "Try again, or reset it.", { http: 403, exit: 1 }),
  link_invalid: entry(
    "This link is invalid, expired or was used already.",
    "Ask for a new one where you asked for this one.",
    { http: 410, exit: 1 },
  ),
  forbidden: entry("You may not do that.", "Ask an owner.", { http: 403, exit: 1 }),
  invitation_invalid: entry(
    "This invitation is no longer good: it was used, taken back, or is older than seven days.",
    "Ask whoever invited you for a new one.",
    { http: 410, exit: 1 },
  ),
  invitation_for_other: entry(
    "This invitation is for another address than the one you are signed in with.",
    "Sign out, then open the link again.",
    { http: 403, exit: 1 },
  ),
  member_known: entry("{email} is a member already.", "Change their role in the list of members.", {
    http: 409,
    exit: 1,
  }),
  member_unknown: entry("That person is not a member any more.", "Load the page again.", { http: 404, exit: 1 }),
  members_full: entry("There is room for {most} invitations at a time.", "Take back one that nobody needs.", {
    http: 409,
    exit: 1,
  }),
  last_owner: entry("Somebody has to be the owner.", "Make another member an owner first.", { http: 409, exit: 1 }),
  admin_unknown: entry(
    "There is no admin “{email}”.",
    "./freehold admin-link without an address makes the first.",
    usage,
  ),
  admin_known: entry("{email} is an admin already.", "Change their role in the list of admins.", {
    http: 409,
    exit: 1,
  }),
  admin_gone: entry("That person is not an admin any more.", "Load the page again.", { http: 404, exit: 1 }),
  last_admin_owner: entry("Freehold needs an owner.", "Make another admin an owner first.", { http: 409, exit: 1 }),
  mail_unknown: entry("That mail is not in the outbox any more.", "Load the page again.", { http: 404, exit: 1 }),
  mail_not_failed: entry("That mail has not failed.", "Load the page again to see what became of it.", {
    http: 409,
    exit: 1,
  }),
  too_many_views: entry("You have {most} saved views already.", "Delete one of them first.", { http: 409, exit: 1 }),
};
