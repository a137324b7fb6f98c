import { z } from "zod";
import { FreeholdError } from "../errors.ts";
import { longestPassword, shortestPassword } from "./password-strength.ts";
import { parseEmail } from "./tenant-name.ts";

/** Fields that several forms have, with what is said when they are not right. */

/** Whether a text can be parsed, as a check of its field. */
export const fits = (parse: () => unknown): boolean => {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof FreeholdError) return false;
    throw error;
  }
};

/** Lower case, as accounts are kept. */
export const emailField = z
  .string()
  .trim()
  .min(1, "Enter your email address.")
  .max(254, "This is too long for an email address.")
  .refine((text) => text === "" || fits(() => parseEmail(text)), "Enter an email address, such as name@example.com.")
  .toLowerCase();

export const newPasswordField = z
  .string()
  .min(shortestPassword, `Use ${shortestPassword} characters or more.`)
  .max(longestPassword, `Use ${longestPassword} characters or fewer.`);

export const personNameField = z
  .string()
  .trim()
  .min(1, "Enter your name.")
  .max(120, "Use 120 characters or fewer.")
  .regex(/^[^\p{C}]*$/u, "This name has characters that cannot be printed.");

/** Of a one-time link. */
export const tokenField = z.string().min(1).max(200);
