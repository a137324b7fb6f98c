import { Button } from "@/components/ui/button.tsx";
import { ButtonLink } from "@/components/ui/button-link.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { AuditSearch } from "@/lib/domain/audit-search.ts";
import { auditHref, dayOf, longestFilter } from "./audit-params.ts";

interface AuditFilterFormProps {
  search: AuditSearch;
  /** Every action there is. */
  actions: readonly string[];
}

/** A form like any other: it needs no script, and what it asks for stands in the address. */
export function AuditFilterForm({ search, actions }: AuditFilterFormProps) {
  const known = search.action === "" || actions.includes(search.action) ? actions : [search.action, ...actions];
  const lastDay = search.until && new Date(search.until.getTime() - 1);
  return (
    <form
      // A new address is a new form: “back” shows what that page was asked for.
      key={auditHref(search)}
      action="/admin/audit"
      aria-label="Filter"
      className="mt-8 mb-6 grid items-end gap-x-4 gap-y-4 border-y border-rule py-5 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto]"
    >
      <Field label="Who">
        {(control) => (
          <Input
            {...control}
            name="who"
            defaultValue={search.actor}
            maxLength={longestFilter}
            placeholder="An address"
          />
        )}
      </Field>
      <Field label="What">
        {(control) => (
          <Select {...control} name="what" defaultValue={search.action}>
            <option value="">Anything</option>
            {known.map((action) => (
              <option key={action} value={action}>
                {action}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Whom">
        {(control) => (
          <Input
            {...control}
            name="whom"
            defaultValue={search.subject}
            maxLength={longestFilter}
            placeholder="tenant:acme"
          />
        )}
      </Field>
      <Field label="From">
        {(control) => (
          <Input {...control} type="date" name="from" defaultValue={search.from ? dayOf(search.from) : ""} />
        )}
      </Field>
      <Field label="To">
        {(control) => <Input {...control} type="date" name="to" defaultValue={lastDay ? dayOf(lastDay) : ""} />}
      </Field>
      <div className="col-span-full flex flex-wrap items-center gap-x-3 gap-y-3">
        <Button type="submit" size="small">
          Filter
        </Button>
        <ButtonLink href="/admin/audit" variant="quiet" size="small">
          Show all
        </ButtonLink>
        <span className="caption ml-auto">Export what the filter leaves:</span>
        <a className="link" href={exportHref(search, "jsonl")} download>
          JSONL
        </a>
        <a className="link" href={exportHref(search, "csv")} download>
          CSV
        </a>
      </div>
    </form>
  );
}

function exportHref(search: AuditSearch, format: "jsonl" | "csv"): string {
  const href = auditHref(search, null, "/api/admin/audit/export");
  return `${href}${href.includes("?") ? "&" : "?"}format=${format}`;
}
