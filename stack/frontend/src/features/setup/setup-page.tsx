import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Cover } from "@/components/cover.tsx";
import { Button, buttonVariants } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { checkSetupLink } from "@/features/setup/api.ts";
import { SetupForm } from "@/features/setup/setup-form.tsx";
import { dropSetupToken, setupToken } from "@/features/setup/setup-token.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

/** Where the one-time link leads: a new site's first administrator makes their account. */
export function SetupPage() {
  const [token] = useState(setupToken);
  const [goneSince, setGoneSince] = useState<ApiError | null>(null);
  const check = useQuery({
    queryKey: ["setup", token],
    queryFn: ({ signal }) => checkSetupLink(token ?? "", signal),
    enabled: token !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useDocumentTitle("Set up your site");

  const error = goneSince ?? check.error;
  const worthless = token === null || isRefusal(error);
  useEffect(() => {
    if (worthless) dropSetupToken();
  }, [worthless]);

  return (
    <Cover
      name={check.data ?? "Your new site"}
      line="It is yours alone. Make the first account, then write the first page."
    >
      {worthless ? (
        <Refused missing={token === null} alreadySetUp={isSetUp(error)} />
      ) : check.data ? (
        <>
          <h1 className="font-display text-4xl leading-tight">Make your account</h1>
          <p className="mt-3 text-muted">
            You will be the first administrator. This link works once.
          </p>
          <SetupForm token={token} siteName={check.data} onLinkGone={setGoneSince} />
        </>
      ) : error ? (
        <div role="alert" className="grid justify-items-start gap-4">
          <h1 className="font-display text-4xl leading-tight">The link could not be checked</h1>
          <p>{messageOf(error)}</p>
          <Button variant="primary" busy={check.isFetching} onClick={() => void check.refetch()}>
            Try again
          </Button>
        </div>
      ) : (
        <div role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          Checking your link…
        </div>
      )}
    </Cover>
  );
}

function Refused({ missing, alreadySetUp }: { missing: boolean; alreadySetUp: boolean }) {
  return (
    <div role="alert" className="grid justify-items-start gap-5">
      <h1 className="font-display text-4xl leading-tight">
        {alreadySetUp
          ? "This site is set up already"
          : missing
            ? "The link is incomplete"
            : "This link no longer works"}
      </h1>
      <p>
        {alreadySetUp
          ? "It has an administrator, so the link is not needed any more."
          : missing
            ? "Part of it is missing. Open it again from the message it came in, in full."
            : "It has been used, or it is older than seven days. A link works once and for one week."}
      </p>
      <p className="border-rule border-t pt-5 text-muted">
        If you have an account, sign in. If not, ask your provider for a new link.
      </p>
      <Link to="/sign-in" className={buttonVariants({ variant: "primary", size: "lg" })}>
        Sign in
      </Link>
    </div>
  );
}

function isSetUp(error: unknown): boolean {
  return error instanceof ApiError && error.code === "already_set_up";
}

/** Whether the server looked at the link and said no, as against not answering. */
function isRefusal(error: unknown): boolean {
  return isSetUp(error) || (error instanceof ApiError && [404, 410, 422].includes(error.status));
}
