import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { Message } from "@/components/message.tsx";
import { Button } from "@/components/ui/button.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

/** A screen that could not be shown at all. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  useDocumentTitle("Not available");
  const retry = () => {
    reset();
    void router.invalidate();
  };
  return (
    <main className="px-6 py-16 sm:px-10">
      <Message title="This could not be loaded" heading="h1" announce>
        <p>{messageOf(error)}</p>
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      </Message>
    </main>
  );
}
