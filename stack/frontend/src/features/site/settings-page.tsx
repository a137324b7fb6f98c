import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { siteQuery } from "@/features/site/api.ts";
import { SettingsForm } from "@/features/site/settings-form.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function SettingsPage() {
  const site = useQuery(siteQuery);
  useDocumentTitle("Site settings", site.data?.title ?? "");
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Site settings" />
      {site.data ? (
        <>
          <SettingsForm site={site.data} />
          <p className="border-rule border-t py-8 text-muted">
            Colours, type, logo and menus are a matter of the{" "}
            <Link to="/design" className="text-green underline underline-offset-4">
              design
            </Link>
            .
          </p>
        </>
      ) : site.isError ? (
        <div className="mt-12">
          <Message title="The settings could not be loaded" announce>
            <p>{messageOf(site.error)}</p>
            <Button variant="primary" busy={site.isFetching} onClick={() => void site.refetch()}>
              Try again
            </Button>
          </Message>
        </div>
      ) : (
        <p role="status" className="mt-12 flex items-center gap-2 text-muted">
          <Spinner />
          Loading the settings…
        </p>
      )}
    </div>
  );
}
