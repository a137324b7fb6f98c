import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button.tsx";
import { FieldGroup } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import type { BlockOf } from "@/features/blocks/block.ts";
import { type Problems, problemsBelow } from "@/features/blocks/problems.ts";

type Hours = BlockOf<"contact">["hours"];
const most = 14;

type HoursFieldProps = {
  value: Hours;
  onChange: (value: Hours) => void;
  problems: Problems;
};

/** Lines of days and times, in the client's own words. */
export function HoursField({ value, onChange, problems }: HoursFieldProps) {
  const below = problemsBelow(problems, "hours");
  const wrong = Object.values(below)[0];
  return (
    <FieldGroup label="Opening hours" error={wrong}>
      {value.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of plain inputs, whose values come from here
        <div key={place} className="flex items-center gap-2">
          <Input
            aria-label={`Days, line ${place + 1}`}
            placeholder="Tuesday to Friday"
            maxLength={60}
            value={row.days}
            onChange={(event) => onChange(value.with(place, { ...row, days: event.target.value }))}
          />
          <Input
            aria-label={`Times, line ${place + 1}`}
            placeholder="7:00 – 18:00"
            maxLength={100}
            value={row.times}
            onChange={(event) => onChange(value.with(place, { ...row, times: event.target.value }))}
          />
          <Button
            variant="quiet"
            size="icon"
            title="Remove this line"
            aria-label={`Remove line ${place + 1}`}
            onClick={() => onChange(value.toSpliced(place, 1))}
          >
            <X aria-hidden />
          </Button>
        </div>
      ))}
      {value.length < most && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => onChange([...value, { days: "", times: "" }])}
        >
          <Plus aria-hidden />
          Add a line
        </Button>
      )}
    </FieldGroup>
  );
}
