import type { Metadata } from "next";
import Link from "next/link";
import { MailActions } from "@/components/mail/mail-actions.tsx";
import { longestMailSearch, outboxHref, parseOutboxSearch } from "@/components/mail/mail-params.ts";
import { MailStatusBadge, mailStatusName } from "@/components/mail/mail-status.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Mailbox } from "@/components/ui/mailbox.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Pager } from "@/components/ui/pager.tsx";
import { Select } from "@/components/ui/select.tsx";
import { RowTh, Table, Td, Th, Tr } from "@/components/ui/table.tsx";
import { Moment } from "@/components/ui/time-ago.tsx";
import { adminPage } from "@/lib/auth/with-admin.ts";
import { mailStatuses } from "@/lib/domain/outbox-search.ts";
import { portalDb } from "@/lib/portal/database.ts";
import { searchMails } from "@/lib/tenants/search-mails.ts";
import { open, retry } from "./actions.ts";

export const metadata: Metadata = { title: "Mail" };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default adminPage<Props>("mail.read", async (_session, { searchParams }) => {
  const search = parseOutboxSearch(await searchParams);
  const { mails, total } = await searchMails(portalDb(), search);
  const isFiltered = search.text !== "" || search.status !== null;
  return (
    <>
      <PageHeader
        title="Mail"
        subtitle="All that Freehold sent, or will. Without a mail server it is kept here. Reading a mail is noted in the audit log: its links work for whoever has them."
      />
      <form
        key={outboxHref(search, {})}
        action="/admin/mail"
        aria-label="Filter"
        className="mb-6 flex flex-wrap items-end gap-4"
      >
        <Field label="Recipient or subject" className="w-full sm:w-80">
          {(control) => (
            <Input {...control} type="search" name="q" defaultValue={search.text} maxLength={longestMailSearch} />
          )}
        </Field>
        <Field label="Status" className="w-40">
          {(control) => (
            <Select {...control} name="status" defaultValue={search.status ?? ""}>
              <option value="">Any</option>
              {mailStatuses.map((status) => (
                <option key={status} value={status}>
                  {mailStatusName(status)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Button type="submit" variant="secondary">
          Filter
        </Button>
        {isFiltered && (
          <Link href="/admin/mail" prefetch={false} className="link inline-flex min-h-11 items-center">
            Show all
          </Link>
        )}
      </form>
      {mails.length === 0 ? (
        <EmptyState
          title={isFiltered ? "No mail matches" : total > 0 ? "There is no such page" : "No mail was written yet"}
          action={
            <ButtonLink
              href={isFiltered || total > 0 ? "/admin/mail" : "/admin/settings#mail-test"}
              variant="secondary"
            >
              {isFiltered || total > 0 ? "Show all" : "Send a test mail"}
            </ButtonLink>
          }
        >
          {isFiltered ? "Nothing like that was sent." : "Invitations, confirmations and decisions come by here."}
        </EmptyState>
      ) : (
        <>
          <Table caption="Outbox">
            <thead>
              <tr>
                <Th>Subject</Th>
                <Th>To</Th>
                <Th>Status</Th>
                <Th>Written</Th>
                <Th>
                  <span className="sr-only">Actions</span>
                </Th>
              </tr>
            </thead>
            <tbody>
              {mails.map((mail) => (
                <Tr key={mail.id}>
                  <RowTh className="min-w-48 wrap-anywhere">{mail.subject}</RowTh>
                  <Td className="min-w-40 wrap-anywhere">
                    <Mailbox address={mail.recipient} />
                  </Td>
                  <Td className="min-w-40 lg:w-1/4">
                    <MailStatusBadge status={mail.status} />
                    {mail.lastError && mail.status !== "sent" && (
                      <p className="mt-1 text-sm text-ink-muted wrap-anywhere">
                        {mail.lastError} ({mail.attempts} {mail.attempts === 1 ? "attempt" : "attempts"})
                      </p>
                    )}
                  </Td>
                  <Td className="whitespace-nowrap">
                    <Moment at={mail.createdAt} />
                  </Td>
                  <Td className="py-1.5">
                    <MailActions
                      id={mail.id}
                      subject={mail.subject}
                      recipient={mail.recipient}
                      isReadable={mail.status !== "sent"}
                      isFailed={mail.status === "failed"}
                      open={open}
                      retry={retry}
                    />
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
          <Pager
            page={search.page}
            pageSize={search.pageSize}
            total={total}
            href={(page) => outboxHref(search, { page })}
          />
        </>
      )}
    </>
  );
});
