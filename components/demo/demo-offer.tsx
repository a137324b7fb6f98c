import { ButtonLink } from "@/components/ui/button-link.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { ActionResult } from "@/lib/domain/action-result.ts";
import type { Demo } from "@/lib/tenants/find-demo.ts";
import type { DemoOutlook } from "@/lib/tenants/look-at-demos.ts";
import { DemoForm } from "./demo-form.tsx";
import { WhatHappens } from "./what-happens.tsx";

type DemoAction = (previous: ActionResult<never> | null, form: FormData) => Promise<ActionResult<never>>;

interface DemoOfferProps {
  outlook: DemoOutlook;
  /** The demo that this browser has already. */
  mine: Demo | null;
  link?: string;
  open: DemoAction;
  comeBack: DemoAction;
}

/** The button, or why there is none; and the way back for who was here before. */
export function DemoOffer({ outlook, mine, link, open, comeBack }: DemoOfferProps) {
  return (
    <div className="grid gap-8">
      {mine && (
        <Notice title="Your demo is still open">
          <p>
            {mine.state === "ready" ? "Everything is as you left it." : "It is being made."} It ends{" "}
            <TimeAgo at={mine.expiresAt} />.
          </p>
          <div className="mt-3">
            <DemoForm action={comeBack}>Go back in</DemoForm>
          </div>
        </Notice>
      )}
      {outlook.state === "open" ? (
        <DemoForm action={open} variant={mine ? "secondary" : "primary"} {...(link !== undefined && { link })}>
          {mine ? "Open another demo" : "Open a live demo"}
        </DemoForm>
      ) : (
        <NoRoom state={outlook.state} />
      )}
      <WhatHappens lifetimeMinutes={outlook.lifetimeMinutes} />
    </div>
  );
}

function NoRoom({ state }: { state: "full" | "off" }) {
  return (
    <Notice
      tone="warn"
      title={state === "full" ? "Every demo is taken at the moment" : "There are no demos at the moment"}
      action={
        <ButtonLink href="/sign-up" size="small">
          Sign up instead
        </ButtonLink>
      }
    >
      <p>
        {state === "full"
          ? "Each is a whole site of its own, and this machine has room for so many. One ends within the hour; this page says when there is room."
          : "They are switched off. A site of your own is open to you all the same."}
      </p>
    </Notice>
  );
}
