import type { Metadata } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { AccountStep } from "@/components/sign-up/account-step.tsx";
import { AddressStep } from "@/components/sign-up/address-step.tsx";
import { CompanyStep } from "@/components/sign-up/company-step.tsx";
import { RegionStep } from "@/components/sign-up/region-step.tsx";
import { ReviewStep } from "@/components/sign-up/review-step.tsx";
import { StartStep } from "@/components/sign-up/start-step.tsx";
import { StepList } from "@/components/sign-up/step-list.tsx";
import { FormPage } from "@/components/site/form-page.tsx";
import { readKeepToken } from "@/lib/auth/keep-token.ts";
import { currentSession } from "@/lib/auth/session.ts";
import { readDraft } from "@/lib/auth/sign-up-draft.ts";
import {
  firstOpenStep,
  isSignUpStep,
  neighbour,
  type SignUpStep,
  signUpSteps,
  stepsAsked,
} from "@/lib/domain/sign-up-steps.ts";
import { siteUrl } from "@/lib/domain/site-url.ts";
import { slugFromName } from "@/lib/domain/slug-from-name.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { edgePort } from "@/lib/portal/settings.ts";
import { checkSlug } from "@/lib/tenants/check-slug.ts";
import { listRegions } from "@/lib/tenants/list-regions.ts";
import {
  saveAccount,
  saveAddress,
  saveCompany,
  saveRegion,
  saveStart,
  sendApplication,
  slugCheck,
} from "../actions.ts";

export const metadata: Metadata = { title: "Sign up", robots: { index: false } };

const titles: Record<SignUpStep, string> = {
  company: "What is your company called?",
  address: "Where will it be?",
  region: "Where is it to be kept?",
  start: "What do you start with?",
  account: "Who are you?",
  review: "Is everything right?",
};

interface Props {
  params: Promise<{ step: string }>;
  searchParams: Promise<{ keep?: string | string[] }>;
}

export default async function SignUpStepPage({ params, searchParams }: Props) {
  const { step } = await params;
  if (!isSignUpStep(step)) notFound();
  const [answers, session, regions] = await Promise.all([readDraft(), currentSession(), listRegions(portalDb())]);
  const only = regions.length === 1 ? regions[0] : undefined;
  const draft = { ...answers, ...(only && { regionId: only.id }) };
  const isSignedIn = session !== null;
  const open = firstOpenStep(draft, step, isSignedIn);
  if (open !== null) redirect(`/sign-up/${open}`);
  if (step === "region" && only) redirect("/sign-up/start");

  const before = neighbour(step, -1, only === undefined);
  const back = before && (
    <Link href={`/sign-up/${before}`} prefetch={false} className="link text-[0.9375rem]">
      Back
    </Link>
  );
  const region = regions.find(({ id }) => id === draft.regionId) ?? regions[0];
  const addressOf = (slug: string): string =>
    siteUrl(slug, region?.baseDomain ?? "localhost", edgePort()).replace(/^https?:\/\//, "");

  return (
    <FormPage
      title={titles[step]}
      below={
        !isSignedIn && (
          <>
            Have an account already?{" "}
            <Link href="/sign-in" className="link">
              Sign in
            </Link>
          </>
        )
      }
    >
      <div className="grid gap-8">
        <StepList
          steps={stepsAsked(only === undefined)}
          current={step}
          open={signUpSteps.filter((one) => firstOpenStep(draft, one, isSignedIn) === null)}
        />
        {await content()}
      </div>
    </FormPage>
  );

  async function content() {
    switch (step as SignUpStep) {
      case "company": {
        const { keep } = await searchParams;
        const token = typeof keep === "string" ? keep : "";
        return (
          <CompanyStep
            action={saveCompany}
            companyName={draft.companyName ?? ""}
            keep={token}
            isKeeping={(await readKeepToken(token)) !== null}
          />
        );
      }
      case "address": {
        const companyName = draft.companyName ?? "";
        const slug = draft.slug || slugFromName(companyName) || "";
        const first = slug === "" ? null : await checkSlug(portalDb(), slug, companyName);
        return (
          <AddressStep
            action={saveAddress}
            check={slugCheck}
            back={back}
            companyName={companyName}
            suffix={addressOf("")}
            first={first}
          />
        );
      }
      case "region":
        return (
          <RegionStep action={saveRegion} back={back} regions={regions} regionId={draft.regionId ?? regions[0]?.id} />
        );
      case "start":
        return (
          <StartStep action={saveStart} back={back} start={draft.start} canKeep={draft.keepStackId !== undefined} />
        );
      case "account":
        return (
          <AccountStep
            action={saveAccount}
            back={back}
            signedInAs={session?.user.email ?? null}
            name={draft.name ?? ""}
            email={draft.email ?? ""}
            hasPassword={draft.passwordHash !== undefined}
            companyName={draft.companyName ?? ""}
          />
        );
      case "review":
        return (
          <ReviewStep
            action={sendApplication}
            back={back}
            companyName={draft.companyName ?? ""}
            address={addressOf(draft.slug ?? "")}
            region={only ? null : (region?.name ?? "")}
            start={draft.start ?? "empty"}
            person={session ? session.user.email : `${draft.name}, ${draft.email}`}
            isSignedIn={isSignedIn}
          />
        );
    }
  }
}
