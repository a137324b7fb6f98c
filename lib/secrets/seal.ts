import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { StackSecrets } from "../domain/stack-env.ts";
import { failure } from "../errors.ts";
import { deriveSecret, type MasterKey } from "./key.ts";

/** AES-256-GCM: version ‖ 12 bytes nonce ‖ 16 bytes tag ‖ ciphertext; bound to the stack's name. */
const version = 1;
const nonceLength = 12;
const tagLength = 16;

const sealingKey = (key: MasterKey): Buffer => Buffer.from(deriveSecret(key, "stack secrets"), "hex");

export function generateSecrets(): StackSecrets {
  const token = (): string => randomBytes(32).toString("base64url");
  return { dbPassword: token(), secretKey: token(), controlToken: token() };
}

export function seal(key: MasterKey, stack: string, secrets: StackSecrets): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv("aes-256-gcm", sealingKey(key), nonce).setAAD(Buffer.from(stack));
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(secrets), "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), ciphertext]));
}

/** @throws unseal_failed for a wrong key, another stack's box or damaged bytes; never a plain text */
export function unseal(key: MasterKey, stack: string, sealed: Uint8Array): StackSecrets {
  const box = Buffer.from(sealed);
  try {
    if (box[0] !== version) throw new Error(`unknown version ${box[0]}`);
    const nonce = box.subarray(1, 1 + nonceLength);
    const tag = box.subarray(1 + nonceLength, 1 + nonceLength + tagLength);
    const decipher = createDecipheriv("aes-256-gcm", sealingKey(key), nonce, { authTagLength: tagLength })
      .setAAD(Buffer.from(stack))
      .setAuthTag(tag);
    const text = Buffer.concat([decipher.update(box.subarray(1 + nonceLength + tagLength)), decipher.final()]);
    return JSON.parse(text.toString("utf8")) as StackSecrets;
  } catch (error) {
    throw failure("unseal_failed", { stack }, { cause: error });
  }
}
