"use client";

import { useEffect, useState } from "react";
import { useFieldError } from "@/components/forms/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { SlugAnswer } from "@/lib/tenants/check-slug.ts";

interface SlugFieldProps {
  readonly companyName: string;
  /** The rest of the site's address: `.localhost:8080`. */
  readonly suffix: string;
  /** How it stood when the page was made; null before anything was entered. */
  readonly first: SlugAnswer | null;
  readonly check: (input: { slug: string; companyName: string }) => Promise<ActionResult<SlugAnswer>>;
}

/** After the last key. Milliseconds. */
const calmMs = 300;

/** The address a site will have; says while one types whether it can be had, and what else can. */
export function SlugField({ companyName, suffix, first, check }: SlugFieldProps) {
  const [slug, setSlug] = useState(first?.slug ?? "");
  const [answer, setAnswer] = useState(first);
  const said = useFieldError("slug");
  const isAnswered = answer !== null && answer.slug === slug.trim().toLowerCase();

  useEffect(() => {
    if (slug.trim() === "" || isAnswered) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      check({ slug, companyName }).then(
        (result) => isCurrent && result.ok && setAnswer(result.data),
        // Not reached: sending the form checks it again.
        () => undefined,
      );
    }, calmMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [slug, isAnswered, check, companyName]);

  const current = isAnswered ? answer : null;
  const problem = current?.why ? `This address cannot be had: ${current.why}.` : undefined;
  return (
    <div className="grid gap-3">
      <Field
        label="Address"
        error={problem ?? (current === null || current.state !== "free" ? said : undefined)}
        hint="3–40 letters, digits and single hyphens. It stays the same from now on."
      >
        {(control) => (
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <Input
              {...control}
              name="slug"
              required
              maxLength={80}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              className="min-w-0 flex-1 basis-40"
              value={slug}
              onChange={(event) => setSlug(event.target.value)}
            />
            <span className="text-ink-muted">{suffix}</span>
          </div>
        )}
      </Field>
      <div role="status" className="min-h-6 text-[0.9375rem]">
        {current?.state === "free" && (
          <p className="text-ok">
            {current.slug}
            {suffix} is free.
          </p>
        )}
        {current !== null && current.state !== "free" && current.suggestions.length > 0 && <p>These are free:</p>}
      </div>
      {current !== null && current.suggestions.length > 0 && (
        <ul className="-mt-2 flex flex-wrap gap-2">
          {current.suggestions.map((suggestion) => (
            <li key={suggestion}>
              <Button
                variant="secondary"
                size="small"
                onClick={() => {
                  setSlug(suggestion);
                  setAnswer({ slug: suggestion, state: "free", why: null, suggestions: [] });
                }}
              >
                {suggestion}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
