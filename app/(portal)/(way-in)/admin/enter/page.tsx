import type { Metadata } from "next";
import { Wordmark } from "@/components/brand/wordmark.tsx";
import { LinkForm } from "@/components/portal/link-form.tsx";
import { CommandLine } from "@/components/ui/command-line.tsx";

export const metadata: Metadata = { title: "Enter", robots: { index: false } };

interface Props {
  searchParams: Promise<{ token?: string | string[] }>;
}

export default async function EnterPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return (
    <div className="page flex min-h-dvh flex-col py-6">
      <Wordmark href="/" />
      <main id="main" className="my-auto max-w-xl py-16">
        {typeof token === "string" && token !== "" ? <Invitation token={token} /> : <HowToGetIn />}
      </main>
    </div>
  );
}

function Invitation({ token }: { token: string }) {
  return (
    <>
      <h1 className="text-5xl sm:text-6xl">Your key to the fleet</h1>
      <p className="mt-6 mb-8 max-w-md text-lg text-ink-muted">
        This link signs you in once, on this browser, for seven days. After that it opens nothing.
      </p>
      <LinkForm
        token={token}
        label="Enter the portal"
        refused="Make a new one with ./freehold admin-link."
        to="/admin"
      />
    </>
  );
}

function HowToGetIn() {
  return (
    <>
      <h1 className="text-5xl sm:text-6xl">The portal opens with a link</h1>
      <p className="mt-6 mb-8 max-w-md text-lg text-ink-muted">
        Whoever runs this machine makes a link that works once. If you have a password, you can also sign in with it.
      </p>
      <CommandLine command="./freehold admin-link" />
    </>
  );
}
