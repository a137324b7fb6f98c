"use client";

import { SlidersHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/choice.tsx";
import { Field, FieldGroup } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Sheet } from "@/components/ui/sheet.tsx";
import { intents } from "@/lib/domain/fleet-search.ts";
import { type FleetView, type OptionalColumn, optionalColumns } from "./fleet-view.ts";

interface FleetOptionsProps {
  view: FleetView;
  regions: readonly { readonly id: string; readonly name: string }[];
  /** The newest first. */
  releases: readonly string[];
}

const columnNames: Readonly<Record<OptionalColumn, string>> = {
  status: "Status",
  url: "Site",
  engine: "Region / engine",
  release: "Release",
  services: "Services",
  age: "Age",
};

/** What narrows the register beyond its search, and which columns it has. */
export function FleetOptions({ view, regions, releases }: FleetOptionsProps) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const used =
    [view.regions, view.releases, view.intents].filter(({ length }) => length > 0).length + Number(view.problem);

  function show(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const chosen = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    setOpen(false);
    router.push(`/admin?${new URLSearchParams(chosen.filter(([, value]) => value !== ""))}`, { scroll: false });
  }

  return (
    <Sheet
      open={isOpen}
      onOpenChange={setOpen}
      title="Filters and columns"
      trigger={
        <Button variant="secondary" size="small" className="min-h-11">
          <SlidersHorizontal aria-hidden="true" strokeWidth={1.5} />
          Filters{used > 0 && ` (${used})`}
        </Button>
      }
    >
      <form className="grid gap-4" onSubmit={show}>
        {view.text && <input type="hidden" name="q" value={view.text} />}
        {view.statuses.map((status) => (
          <input key={status} type="hidden" name="status" value={status} />
        ))}
        <input type="hidden" name="sort" value={view.sort} />
        <input type="hidden" name="desc" value={String(view.descending)} />
        <input type="hidden" name="map" value={view.map} />
        <Field label="Region">
          {(control) => (
            <Select {...control} name="region" defaultValue={view.regions[0] ?? ""}>
              <option value="">All</option>
              {regions.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Release">
          {(control) => (
            <Select {...control} name="release" defaultValue={view.releases[0] ?? ""}>
              <option value="">All</option>
              {releases.map((id) => (
                <option key={id} value={id}>
                  {id.slice(0, 12)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Wanted">
          {(control) => (
            <Select {...control} name="intent" defaultValue={view.intents[0] ?? ""}>
              <option value="">Anything</option>
              {intents.map((intent) => (
                <option key={intent} value={intent}>
                  {intent}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Checkbox label="Only with a problem" name="problem" value="true" defaultChecked={view.problem} />
        <FieldGroup legend="Columns">
          <div className="grid grid-cols-2 gap-1.5">
            {optionalColumns.map((column) => (
              <Checkbox
                key={column}
                label={columnNames[column]}
                name="col"
                value={column}
                defaultChecked={view.columns.includes(column)}
              />
            ))}
          </div>
        </FieldGroup>
        <Button type="submit" size="small">
          Show
        </Button>
      </form>
    </Sheet>
  );
}
