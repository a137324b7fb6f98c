import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice.tsx";
import { TimeAgo } from "@/components/ui/time-ago.tsx";
import type { TestMail } from "@/lib/tenants/send-test-mail.ts";

/** What became of the last test mail. */
export function TestMailOutcome({ mail, now }: { mail: TestMail; now: Date }) {
  const { tone, title, text } = outcome(mail, now);
  return (
    <Notice tone={tone} title={title} announce="status" className="max-w-xl">
      <p>{text}</p>
    </Notice>
  );
}

interface Outcome {
  readonly tone: "info" | "ok" | "warn" | "bad";
  readonly title: string;
  readonly text: ReactNode;
}

function outcome({ status, createdAt, sentAt, attempts, lastError }: TestMail, now: Date): Outcome {
  const sent = <TimeAgo at={createdAt} now={now} />;
  switch (status) {
    case "sent":
      return {
        tone: "ok",
        title: "The mail server took it.",
        text: <>It left {sentAt ? <TimeAgo at={sentAt} now={now} /> : "just now"}. Look into your mailbox.</>,
      };
    case "kept":
      return {
        tone: "warn",
        title: "There is no mail server, so it was kept.",
        text: (
          <>
            Written {sent}. Set <code className="font-mono">SMTP_URL</code> for mail to leave; until then all of it is
            under Mail.
          </>
        ),
      };
    case "failed":
      return { tone: "bad", title: "It could not be sent.", text: lastError ?? "The mail server did not say why." };
    case "queued":
      return lastError === null
        ? { tone: "info", title: "It waits for the worker.", text: <>Written {sent}.</> }
        : {
            tone: "warn",
            title: `It did not get through yet (${attempts} ${attempts === 1 ? "attempt" : "attempts"}).`,
            text: lastError,
          };
  }
}
