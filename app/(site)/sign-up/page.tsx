import { redirect } from "next/navigation";
import { currentSession } from "@/lib/auth/session.ts";
import { readDraft } from "@/lib/auth/sign-up-draft.ts";

interface Props {
  searchParams: Promise<{ keep?: string | string[] }>;
}

/** Where the way begins; `keep` is what the demo's *Keep it* brings along. */
export default async function SignUpPage({ searchParams }: Props): Promise<never> {
  const { keep } = await searchParams;
  if (typeof keep === "string") redirect(`/sign-up/company?keep=${encodeURIComponent(keep)}`);
  const [{ sent }, session] = await Promise.all([readDraft(), currentSession()]);
  // Whoever is signed in waits for no mail: what was sent once is behind them, and they apply anew.
  redirect(sent === undefined || session !== null ? "/sign-up/company" : "/sign-up/sent");
}
