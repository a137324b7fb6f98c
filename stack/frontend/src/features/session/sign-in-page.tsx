import { getRouteApi } from "@tanstack/react-router";
import { Cover } from "@/components/cover.tsx";
import { SignInForm } from "@/features/session/sign-in-form.tsx";
import { useDocumentTitle } from "@/lib/document-title.ts";

const route = getRouteApi("/sign-in");

export function SignInPage() {
  const { next } = route.useSearch();
  const navigate = route.useNavigate();
  useDocumentTitle("Sign in");
  return (
    <Cover name="Welcome back" line="Where the pages of this site are written and published.">
      <h1 className="mb-8 font-display text-4xl leading-tight">Sign in</h1>
      <p className="-mt-4 mb-8 text-muted">
        No password? Then you come in from your Freehold account: open this site there and choose{" "}
        <span className="font-medium text-ink">Open your CMS</span>.
      </p>
      <SignInForm onSignedIn={() => void navigate({ to: next ?? "/", replace: true })} />
    </Cover>
  );
}
