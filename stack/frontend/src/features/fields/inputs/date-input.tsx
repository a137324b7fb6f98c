import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import type { FieldControl } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { fromLocal, isMoment, toLocal, zoneName } from "@/features/fields/dates.ts";

type DateInputProps = FieldControl & {
  "aria-label"?: string;
  value: unknown;
  onChange: (value: string | null) => void;
};

/** A day, and if wanted the time of it, which is then asked for in the browser's zone. */
export function DateInput({ value, onChange, ...control }: DateInputProps) {
  const date = typeof value === "string" ? value : "";
  const [wantsTime, setWantsTime] = useState(false);
  const timed = date === "" ? wantsTime : isMoment(date);
  const change = () => {
    setWantsTime(!timed);
    if (date !== "") onChange(timed ? toLocal(date).slice(0, 10) : fromLocal(`${date}T12:00`));
  };
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {timed ? (
        <Input
          {...control}
          type="datetime-local"
          className="max-w-64"
          value={toLocal(date)}
          onChange={(event) => onChange(fromLocal(event.target.value))}
        />
      ) : (
        <Input
          {...control}
          type="date"
          className="max-w-48"
          value={date}
          onChange={(event) => onChange(event.target.value || null)}
        />
      )}
      {timed && <span className="text-muted text-sm">{zoneName()}</span>}
      <Button variant="link" size="inline" className="text-sm" onClick={change}>
        {timed ? "Without a time" : "Add a time"}
      </Button>
    </div>
  );
}
