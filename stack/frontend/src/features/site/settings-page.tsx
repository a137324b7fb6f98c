import { useQuery } from "@tanstack/react-query";
import { Message } from "@/components/message.tsx";
import { PageHeader } from "@/components/page-header.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { useMay } from "@/features/session/use-user.ts";
import { siteQuery } from "@/features/site/api.ts";
import { MenuEditor } from "@/features/site/menu-editor.tsx";
import { Section, SettingsForm } from "@/features/site/settings-form.tsx";
import { messageOf } from "@/lib/api-error.ts";
import { useDocumentTitle } from "@/lib/document-title.ts";

export function SettingsPage() {
  const site = useQuery(siteQuery);
  const arranges = useMay("site.write");
  useDocumentTitle("Site settings", site.data?.title ?? "");
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader title="Site settings" />
      {site.data ? (
        <>
          <SettingsForm site={site.data} />
          {arranges && (
            <div className="border-rule border-t">
              <Section
                title="Menu"
                line="Which pages the site's menu leads to, in which order. Up to eight are shown. Stored at once."
              >
                <MenuEditor homePageId={site.data.homePageId} />
              </Section>
            </div>
          )}
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
