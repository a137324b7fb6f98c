import type { PersonSession } from "../auth/find-session.ts";
import { takeFromLimit } from "../auth/limits.ts";
import { type SignUpDraft, stepShapes } from "../domain/sign-up-steps.ts";
import type { Actor } from "../tenants/actor.ts";
import { submitApplication } from "../tenants/submit-application.ts";
import { submitOwnApplication } from "../tenants/submit-own-application.ts";
import { portalDb } from "./database.ts";
import { portalPlaces } from "./settings.ts";

/**
 * Makes an application of a whole draft: in the name of whoever is signed in, else of a stranger, who
 * is mailed to. How often one address is mailed to is limited whether it has an account or not.
 * @throws too_many, and what the use cases throw
 */
export async function sendSignUp(
  draft: SignUpDraft,
  session: PersonSession | null,
  actor: Actor,
): Promise<{ readonly applicationId: string; readonly email: string }> {
  const { companyName } = stepShapes.company.parse(draft);
  const { slug } = stepShapes.address.parse(draft);
  const { regionId } = stepShapes.region.parse(draft);
  const { start } = stepShapes.start.parse(draft);
  const wish = {
    companyName,
    slug,
    regionId,
    sample: start === "keep" ? "empty" : start,
    keepStackId: start === "keep" ? (draft.keepStackId ?? null) : null,
  } as const;
  if (session !== null) {
    const { email } = session.user;
    return { ...(await submitOwnApplication(portalDb(), session.user, wish, actor)), email };
  }
  const person = stepShapes.account.parse(draft);
  await takeFromLimit("mail", `to ${person.email}`);
  const sent = await submitApplication(portalDb(), { ...wish, ...person }, portalPlaces(), actor);
  return { ...sent, email: person.email };
}
