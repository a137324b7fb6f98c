import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { Schedule } from "@/features/entries/api.ts";
import type { Entry } from "@/features/entries/entry.ts";
import { fromLocal, toLocal, zoneName } from "@/features/fields/dates.ts";
import { ApiError, messageOf } from "@/lib/api-error.ts";

type ScheduleFormProps = {
  entry: Entry | null;
  /** @throws {ApiError} */
  onSchedule: (schedule: Schedule) => Promise<Entry | null>;
};

const asked = [
  { name: "publishAt", label: "Publish on" },
  { name: "unpublishAt", label: "Take it back on" },
] as const;

/** When it is to be published and taken back by itself, in the writer's own time. */
export function ScheduleForm({ entry, onSchedule }: ScheduleFormProps) {
  const set = {
    publishAt: entry?.publishAt ? toLocal(entry.publishAt) : "",
    unpublishAt: entry?.unpublishAt ? toLocal(entry.unpublishAt) : "",
  };
  const [times, setTimes] = useState(set);
  const schedule = useMutation({ mutationFn: onSchedule });
  const refused = schedule.error instanceof ApiError ? schedule.error.fields : {};
  const elsewhere = schedule.error && !refused.publishAt && !refused.unpublishAt;
  const changed = times.publishAt !== set.publishAt || times.unpublishAt !== set.unpublishAt;
  const any = set.publishAt !== "" || set.unpublishAt !== "";
  return (
    <form
      aria-label="Schedule"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        schedule.mutate({
          publishAt: fromLocal(times.publishAt),
          unpublishAt: fromLocal(times.unpublishAt),
        });
      }}
    >
      {entry?.scheduleProblem && (
        <Notice tone="bad" title="Not done when it was due">
          {entry.scheduleProblem}
        </Notice>
      )}
      {asked.map(({ name, label }) => (
        <Field
          key={name}
          label={label}
          error={refused[name]}
          aside={<span className="truncate text-muted text-sm">{zoneName()}</span>}
        >
          {(control) => (
            <Input
              {...control}
              type="datetime-local"
              className="h-10"
              value={times[name]}
              onChange={(event) => setTimes({ ...times, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
      {elsewhere && <p className="text-bad text-sm">{messageOf(schedule.error)}</p>}
      {(changed || any) && (
        <div className="flex flex-wrap gap-2">
          {changed && (
            <Button type="submit" size="sm" variant="primary" busy={schedule.isPending}>
              Set these times
            </Button>
          )}
          {any && (
            <Button
              size="sm"
              busy={schedule.isPending}
              onClick={() => schedule.mutate({ publishAt: null, unpublishAt: null })}
            >
              Cancel the schedule
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
