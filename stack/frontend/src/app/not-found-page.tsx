import { Link } from "@tanstack/react-router";
import { Message } from "@/components/message.tsx";
import { buttonVariants } from "@/components/ui/button.tsx";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function NotFoundPage() {
  useDocumentTitle("Not found");
  return (
    <Message title="There is nothing at this address" heading="h1">
      <p>It may have been moved or deleted.</p>
      <Link to="/" className={buttonVariants({ variant: "primary" })}>
        To the overview
      </Link>
    </Message>
  );
}
