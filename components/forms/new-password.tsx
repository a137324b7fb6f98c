"use client";

import { useId, useState } from "react";
import { longestPassword, passwordStrength, type Strength, shortestPassword } from "@/lib/domain/password-strength.ts";
import { FormField } from "./form-field.tsx";

interface NewPasswordProps {
  readonly name: string;
  readonly label: string;
  /** Words a guesser would try for this person first: name, address, company. */
  readonly known?: readonly string[];
  /** Said when one was chosen before, which an empty field keeps. */
  readonly kept?: string;
}

const bars = { 1: "bg-bad", 2: "bg-warn", 3: "bg-ok", 4: "bg-ok" } as const;

/** A password to be chosen, with how it would stand; nothing but its length is asked of it. */
export function NewPassword({ name, label, known = [], kept }: NewPasswordProps) {
  const [password, setPassword] = useState("");
  const strength = password === "" ? null : passwordStrength(password, known);
  return (
    <div>
      <FormField
        name={name}
        label={label}
        type="password"
        autoComplete="new-password"
        minLength={shortestPassword}
        maxLength={longestPassword}
        optional={kept !== undefined}
        hint={kept ?? `${shortestPassword} characters or more; no other rules. A few words in a row are good.`}
        onChange={(event) => setPassword(event.target.value)}
      />
      <StrengthMeter strength={strength} />
    </div>
  );
}

function StrengthMeter({ strength }: { readonly strength: Strength | null }) {
  const id = useId();
  return (
    <div className="mt-2 min-h-10">
      <div aria-hidden="true" className="grid grid-cols-4 gap-1">
        {([1, 2, 3, 4] as const).map((level) => (
          <span
            key={level}
            className={`h-1 rounded-full ${strength && strength.level >= level ? bars[strength.level] : "bg-rule"}`}
          />
        ))}
      </div>
      <p id={id} role="status" className="mt-1.5 text-sm text-ink-muted">
        {strength && (
          <>
            <span className="font-medium text-ink">{strength.label}.</span> {strength.advice}
          </>
        )}
      </p>
    </div>
  );
}
