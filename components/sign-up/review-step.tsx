import Link from "next/link";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form.tsx";
import { FormCheckbox } from "@/components/forms/form-checkbox.tsx";
import { startTitle } from "@/lib/domain/samples.ts";
import type { StepAction } from "./step-action.ts";

interface ReviewStepProps {
  readonly action: StepAction;
  readonly back: ReactNode;
  readonly companyName: string;
  readonly address: string;
  /** Null where there is one alone: nobody chose it, and its name would say nothing. */
  readonly region: string | null;
  readonly start: string;
  readonly person: string;
  readonly isSignedIn: boolean;
}

export function ReviewStep(props: ReviewStepProps) {
  const rows: readonly (readonly [name: string, value: string, step: string | null])[] = [
    ["Company", props.companyName, "company"],
    ["Address", props.address, "address"],
    ...(props.region === null ? [] : [["Region", props.region, "region"] as const]),
    ["Start with", startTitle(props.start), "start"],
    ["You", props.person, props.isSignedIn ? null : "account"],
  ];
  return (
    <ActionForm action={props.action} submit="Send the application" beside={props.back}>
      <dl className="-mt-5">
        {rows.map(([name, value, step]) => (
          <div key={name} className="border-b border-rule py-3">
            <dt className="caption">{name}</dt>
            <dd className="flex items-baseline justify-between gap-4">
              <span className="min-w-0 wrap-anywhere">{value}</span>
              {step && (
                <Link href={`/sign-up/${step}`} prefetch={false} className="link shrink-0 text-[0.9375rem]">
                  Change<span className="sr-only"> {name}</span>
                </Link>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <FormCheckbox
        name="terms"
        legend="Terms"
        label={
          <>
            I agree to the{" "}
            <Link href="/terms" target="_blank" className="link">
              terms
            </Link>
          </>
        }
      />
    </ActionForm>
  );
}
