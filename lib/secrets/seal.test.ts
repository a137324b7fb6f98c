import { randomBytes } from "node:crypto";
import { describe, expect, test } from "vitest";
import { FreeholdError } from "../errors.ts";
import type { MasterKey } from "./key.ts";
import { generateSecrets, seal, unseal } from "./seal.ts";

const key = randomBytes(32) as MasterKey;
const secrets = generateSecrets();
const box = seal(key, "acme", secrets);

function refusal(work: () => unknown): FreeholdError {
  try {
    work();
  } catch (error) {
    if (error instanceof FreeholdError) return error;
    throw error;
  }
  throw new Error("it was opened");
}

test("what was sealed is what is opened", () => expect(unseal(key, "acme", box)).toEqual(secrets));

test("nothing of the secrets can be read in the box", () => {
  const text = Buffer.from(box).toString("latin1");
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret.slice(0, 8));
  expect(text).not.toContain("dbPassword");
});

test("the same secrets sealed twice are two different boxes", () =>
  expect(seal(key, "acme", secrets)).not.toEqual(box));

describe("a box that is not opened", () => {
  test("with another key", () =>
    expect(refusal(() => unseal(randomBytes(32) as MasterKey, "acme", box)).code).toBe("unseal_failed"));

  test("for another stack", () => expect(refusal(() => unseal(key, "beta", box)).code).toBe("unseal_failed"));

  test("with any one bit flipped: version, nonce, tag or content", () => {
    for (let bit = 0; bit < box.length * 8; bit++) {
      const damaged = Uint8Array.from(box);
      damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(refusal(() => unseal(key, "acme", damaged)).code, `bit ${bit}`).toBe("unseal_failed");
    }
  });

  test("cut short anywhere, or longer than it was", () => {
    for (let length = 0; length < box.length; length++) {
      expect(refusal(() => unseal(key, "acme", box.slice(0, length))).code, `${length} bytes`).toBe("unseal_failed");
    }
    expect(refusal(() => unseal(key, "acme", Uint8Array.of(...box, 0))).code).toBe("unseal_failed");
  });

  test("and the error says nothing of key or content", () => {
    const error = refusal(() => unseal(key, "beta", box));
    expect(error.message).toBe("The secrets of “beta” cannot be read: wrong key or damaged data.");
    expect(error.retryable).toBe(false);
  });
});

test("every secret is 256 random bits, no two alike", () => {
  const values = Array.from({ length: 100 }, generateSecrets).flatMap((made) => Object.values(made));
  expect(new Set(values).size).toBe(300);
  expect(values.every((value) => Buffer.from(value, "base64url").length === 32)).toBe(true);
});
