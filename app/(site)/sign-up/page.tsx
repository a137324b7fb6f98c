import { redirect } from "next/navigation";
import { readDraft } from "@/lib/auth/sign-up-draft.ts";

interface Props {
  searchParams: Promise<{ keep?: string | string[] }>;
}

/** Where the way begins; `keep` is what the demo's *Keep it* brings along. */
export default async function SignUpPage({ searchParams }: Props): Promise<never> {
  const { keep } = await searchParams;
  if (typeof keep === "string") redirect(`/sign-up/company?keep=${encodeURIComponent(keep)}`);
  redirect((await readDraft()).sent === undefined ? "/sign-up/company" : "/sign-up/sent");
}
