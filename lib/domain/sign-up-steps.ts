import { z } from "zod";
import { emailField, fits, newPasswordField, personNameField } from "./form-fields.ts";
import { sampleKinds } from "./samples.ts";
import { parseTenantName } from "./tenant-name.ts";

/** The way to a CMS of one's own, step by step; each has an address of its own below /sign-up. */
export const signUpSteps = ["company", "address", "region", "start", "account", "review"] as const;
export type SignUpStep = (typeof signUpSteps)[number];

export const isSignUpStep = (text: string): text is SignUpStep => (signUpSteps as readonly string[]).includes(text);

/** What somebody has answered so far, right or not. */
export const draftShape = z.object({
  companyName: z.string().max(200).optional(),
  slug: z.string().max(80).optional(),
  regionId: z.string().max(80).optional(),
  /** `keep` stands for the demo they came from. */
  start: z.string().max(20).optional(),
  name: z.string().max(200).optional(),
  email: z.string().max(300).optional(),
  /** In PHC form; the password itself is never kept. */
  passwordHash: z.string().max(300).optional(),
  /** The demo they proved to be in. */
  keepStackId: z.string().max(60).optional(),
  /** Set once it was sent: whom the mail went to, and what can be taken back. */
  sent: z.object({ email: z.string(), applicationId: z.string() }).optional(),
});
export type SignUpDraft = z.output<typeof draftShape>;

const companyNameField = z
  .string({ error: "Enter your company’s name." })
  .trim()
  .min(1, "Enter your company’s name.")
  .max(120, "Use 120 characters or fewer.")
  .refine(
    (text) => text === "" || fits(() => parseTenantName(text)),
    "This name has characters that cannot be printed.",
  );

/** What each step asks for. Whether an address is free only the control database knows. */
export const stepShapes = {
  company: z.object({ companyName: companyNameField }),
  address: z.object({ slug: z.string({ error: "Choose an address." }).min(1, "Choose an address.") }),
  region: z.object({ regionId: z.string({ error: "Choose a region." }).min(1, "Choose a region.") }),
  start: z.object({ start: z.enum([...sampleKinds, "keep"], "Choose what to start with.") }),
  account: z.object({
    name: personNameField,
    email: emailField,
    passwordHash: z.string({ error: "Choose a password." }),
  }),
  review: z.object({}),
} as const satisfies Record<SignUpStep, z.ZodType>;

/** A password as it comes from the form; empty keeps the one that was chosen before. */
export const passwordShape = z.object({ password: newPasswordField });

/**
 * The first step before `until` that still wants an answer; null when all are there.
 * @param isSignedIn whoever is has an account already
 */
export function firstOpenStep(draft: SignUpDraft, until: SignUpStep, isSignedIn: boolean): SignUpStep | null {
  for (const step of signUpSteps) {
    if (step === until) return null;
    if (step === "account" && isSignedIn) continue;
    if (!stepShapes[step].safeParse(draft).success) return step;
  }
  return null;
}

/** The steps that somebody is led through: where there is one region, nobody is asked for it. */
export const stepsAsked = (hasRegions: boolean): readonly SignUpStep[] =>
  hasRegions ? signUpSteps : signUpSteps.filter((step) => step !== "region");

/** What comes before or after a step; null at either end. */
export function neighbour(step: SignUpStep, by: 1 | -1, hasRegions: boolean): SignUpStep | null {
  const steps = stepsAsked(hasRegions);
  return steps[steps.indexOf(step) + by] ?? null;
}
