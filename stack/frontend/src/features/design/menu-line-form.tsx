import { useState } from "react";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { MenuEntry } from "@/features/design/api.ts";
import type { MenuLine } from "@/features/design/menu.ts";
import { titleOf } from "@/features/design/names.ts";
import { addressOf } from "@/features/editor/link/address.ts";

type MenuLineFormProps = {
  line: MenuLine;
  entry: MenuEntry | undefined;
  onChange: (values: Partial<MenuLine>) => void;
};

/** What a line says, and where it leads. */
export function MenuLineForm({ line, entry, onChange }: MenuLineFormProps) {
  const [typed, setTyped] = useState(line.url ?? "");
  const wrong = typed.trim() !== "" && line.url === null;
  return (
    <div className="grid gap-3 border-rule border-t p-3">
      {line.kind === "url" && (
        <Field
          label="Address"
          error={wrong ? "This is no address that a menu can lead to." : undefined}
          hint="A path on this site such as /about, or an address elsewhere."
        >
          {(control) => (
            <Input
              {...control}
              className="h-10"
              maxLength={2000}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value);
                const address = addressOf(event.target.value);
                onChange({ url: address?.startsWith("?") ? null : address });
              }}
            />
          )}
        </Field>
      )}
      <Field
        label="Label"
        hint={line.kind === "url" ? undefined : "Without one it is called what it leads to."}
      >
        {(control) => (
          <Input
            {...control}
            className="h-10"
            maxLength={80}
            placeholder={line.kind === "url" ? "" : titleOf(line, entry)}
            value={line.label}
            onChange={(event) => onChange({ label: event.target.value })}
          />
        )}
      </Field>
      {line.kind === "entry" && (
        <p className="text-muted text-sm [overflow-wrap:anywhere]">
          {entry?.path
            ? `Leads to ${entry.path}, also when that changes.`
            : "Not shown until it is published."}
        </p>
      )}
    </div>
  );
}
