/**
 * Who is let in where, written by hand from docs/security.md and the issue it answers, not from
 * lib/domain/permissions.ts: the two are held against each other by authorisation.spec.ts, on the
 * running portal. `+` is let in, `.` is not. One column a person:
 */
export const people = [
  "anonymous",
  "other client",
  "suspended client",
  "viewer",
  "tenant's admin",
  "tenant's owner",
  "auditor",
  "operator",
  "fleet's owner",
] as const;
export type Person = (typeof people)[number];

/** Anybody; whoever is signed in; nobody. */
const anybody = "+ ++ +++ +++";
const signedIn = ". ++ +++ +++";
const nobody = ". .. ... ...";

/** The other client asks for the tenant of viewer, admin and owner; the suspended one for their own. */
export const pages: Readonly<Record<string, string>> = {
  "(site)/page.tsx": anybody,
  "(site)/terms/page.tsx": anybody,
  "(site)/sign-in/page.tsx": anybody,
  "(site)/sign-in/link/page.tsx": anybody,
  "(site)/sign-up/page.tsx": anybody,
  "(site)/sign-up/[step]/page.tsx": anybody,
  "(site)/sign-up/sent/page.tsx": anybody,
  "(site)/verify/page.tsx": anybody,
  "(site)/reset/page.tsx": anybody,
  "(site)/invitation/page.tsx": anybody,
  "(site)/invitation/fleet/page.tsx": anybody,
  "(site)/demo/page.tsx": anybody,
  "(site)/demo/[id]/page.tsx": anybody,
  "(site)/d/[token]/page.tsx": anybody,
  "(portal)/(way-in)/admin/enter/page.tsx": anybody,
  "(portal)/ui-gallery/page.tsx": nobody,

  "(client)/home/page.tsx": signedIn,
  "(client)/account/page.tsx": signedIn,
  "(client)/account/email/page.tsx": signedIn,
  "(client)/applications/[id]/page.tsx": ". .. ..+ ...",
  "(client)/t/[slug]/page.tsx": ". .+ +++ ...",
  "(client)/t/[slug]/activity/page.tsx": ". .+ +++ ...",
  "(client)/t/[slug]/metrics/page.tsx": ". .+ +++ ...",
  "(client)/t/[slug]/members/page.tsx": ". .+ +++ ...",
  "(client)/t/[slug]/settings/page.tsx": ". .+ +++ ...",
  "(client)/t/[slug]/logs/page.tsx": ". .. .++ ...",

  "(portal)/admin/page.tsx": ". .. ... +++",
  "(portal)/admin/applications/page.tsx": ". .. ... +++",
  "(portal)/admin/audit/page.tsx": ". .. ... +++",
  "(portal)/admin/demos/page.tsx": ". .. ... +++",
  "(portal)/admin/engines/page.tsx": ". .. ... +++",
  "(portal)/admin/mail/page.tsx": ". .. ... ..+",
  "(portal)/admin/people/page.tsx": ". .. ... +++",
  "(portal)/admin/settings/page.tsx": ". .. ... +++",
  "(portal)/admin/tenants/[slug]/page.tsx": ". .. ... +++",
};

export const routes: Readonly<Record<string, string>> = {
  "api/health/route.ts": anybody,
  "api/auth/[...nextauth]/route.ts": anybody,
  "api/applications/[id]/stream/route.ts": ". .. ..+ ...",
  // A cookie of its own lets in, whoever is signed in.
  "api/demo/[id]/progress/route.ts": nobody,
  "api/demo/[id]/progress/stream/route.ts": nobody,
  "api/t/[slug]/progress/route.ts": ". .+ +++ ...",
  "api/t/[slug]/progress/stream/route.ts": ". .+ +++ ...",
  "api/t/[slug]/logs/download/route.ts": ". .. .++ ...",
  "api/t/[slug]/logs/stream/route.ts": ". .. .++ ...",
  "api/admin/audit/export/route.ts": ". .. ... +++",
  "api/admin/audit/verify/route.ts": ". .. ... +++",
  "api/admin/fleet/export/route.ts": ". .. ... +++",
  "api/admin/fleet/plots/route.ts": ". .. ... +++",
  "api/admin/fleet/stream/route.ts": ". .. ... +++",
  "api/admin/search/route.ts": ". .. ... +++",
};

export const actions: Readonly<Record<string, string>> = {
  "(site)/sign-up/actions.ts slugCheck": anybody,
  "(site)/sign-up/actions.ts saveCompany": anybody,
  "(site)/sign-up/actions.ts saveAddress": anybody,
  "(site)/sign-up/actions.ts saveRegion": anybody,
  "(site)/sign-up/actions.ts saveStart": anybody,
  "(site)/sign-up/actions.ts saveAccount": anybody,
  "(site)/sign-up/actions.ts sendApplication": anybody,
  "(site)/sign-up/actions.ts sendAgain": anybody,
  "(site)/sign-up/actions.ts correctSent": anybody,
  "(site)/sign-up/actions.ts startAnew": anybody,
  "(site)/sign-in/link/actions.ts sendSignInLink": anybody,
  "(site)/reset/actions.ts sendResetLink": anybody,
  "(site)/reset/actions.ts setNewPassword": anybody,
  "(site)/demo/actions.ts openDemo": anybody,
  "(site)/demo/actions.ts returnToDemo": anybody,
  "(site)/invitation/actions.ts acceptAsNew": anybody,
  "(site)/invitation/actions.ts accept": signedIn,
  "(site)/invitation/fleet/actions.ts acceptAsNew": anybody,
  "(site)/invitation/fleet/actions.ts accept": signedIn,

  "(client)/account/actions.ts saveName": signedIn,
  "(client)/account/actions.ts savePassword": signedIn,
  "(client)/account/actions.ts askForEmail": signedIn,
  "(client)/account/actions.ts confirmEmail": signedIn,
  "(client)/account/actions.ts endSession": signedIn,
  "(client)/account/actions.ts endOtherSessions": signedIn,
  "(client)/applications/[id]/actions.ts confirmApplication": signedIn,
  "(client)/applications/[id]/actions.ts withdrawApplication": signedIn,

  "(client)/t/[slug]/actions.ts enterCms": ". .. +++ ...",
  "(client)/t/[slug]/actions.ts invite": ". .. .++ ...",
  "(client)/t/[slug]/actions.ts revokeInvitation": ". .. .++ ...",
  "(client)/t/[slug]/actions.ts changeMember": ". .. .++ ...",
  "(client)/t/[slug]/actions.ts configure": ". .. .++ ...",
  "(client)/t/[slug]/actions.ts close": ". .+ ..+ ...",
  "(client)/t/[slug]/actions.ts reopen": ". .+ ..+ ...",

  "(portal)/admin/actions.ts changeTenants": ". .. ... .++",
  "(portal)/admin/actions.ts matchingTenants": ". .. ... .++",
  "(portal)/admin/actions.ts saveFleetView": ". .. ... +++",
  "(portal)/admin/actions.ts deleteFleetView": ". .. ... +++",
  "(portal)/admin/applications/actions.ts decideApplications": ". .. ... .++",
  "(portal)/admin/applications/actions.ts undoDecisions": ". .. ... .++",
  "(portal)/admin/demos/actions.ts endDemo": ". .. ... .++",
  "(portal)/admin/demos/actions.ts makeDemoLink": ". .. ... .++",
  "(portal)/admin/demos/actions.ts revokeDemoLink": ". .. ... .++",
  "(portal)/admin/engines/actions.ts cordon": ". .. ... .++",
  "(portal)/admin/mail/actions.ts open": ". .. ... ..+",
  "(portal)/admin/mail/actions.ts retry": ". .. ... ..+",
  "(portal)/admin/people/actions.ts invite": ". .. ... ..+",
  "(portal)/admin/people/actions.ts changeRole": ". .. ... ..+",
  "(portal)/admin/people/actions.ts remove": ". .. ... ..+",
  "(portal)/admin/people/actions.ts revoke": ". .. ... ..+",
  "(portal)/admin/settings/actions.ts saveApproval": ". .. ... ..+",
  "(portal)/admin/settings/actions.ts saveReserved": ". .. ... ..+",
  "(portal)/admin/settings/actions.ts saveDemo": ". .. ... ..+",
  "(portal)/admin/settings/actions.ts saveBanner": ". .. ... ..+",
  "(portal)/admin/settings/actions.ts testMail": ". .. ... ..+",
  "(portal)/admin/tenants/[slug]/actions.ts operateTenant": ". .. ... .++",
  "(portal)/admin/tenants/[slug]/actions.ts purgeTenantForGood": ". .. ... ..+",
  "(portal)/admin/tenants/[slug]/actions.ts writeNote": ". .. ... .++",
  "(portal)/admin/tenants/[slug]/actions.ts viewAsClient": ". .. ... .++",
  "(portal)/admin/tenants/[slug]/actions.ts leaveViewing": ". .. ... +++",
  "(portal)/admin/tenants/[slug]/actions.ts planNow": ". .. ... +++",
};

/** Whether a row of the table lets this person in. */
export function mayEnter(row: string, person: Person): boolean {
  const marks = row.replaceAll(" ", "");
  if (!/^[+.]{9}$/.test(marks)) throw new Error(`“${row}” is no row of nine marks`);
  return marks[people.indexOf(person)] === "+";
}
