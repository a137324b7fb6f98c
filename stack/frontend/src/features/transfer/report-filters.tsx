import { getRouteApi } from "@tanstack/react-router";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import type { Report } from "@/features/transfer/api.ts";
import { outcomeLabels, outcomes } from "@/features/transfer/outcomes.ts";
import { kindLabel, totals } from "@/features/transfer/words.ts";

const route = getRouteApi("/signed-in/shell/transfer/$jobId");

/** Both stand in the address, so that what one looks at can be sent on. */
export function ReportFilters({ report }: { report: Report }) {
  const { outcome, kind } = route.useSearch();
  const navigate = route.useNavigate();
  const numbers = totals(report, kind);
  const kinds = Object.keys(report.counts).toSorted((a, b) =>
    kindLabel(a).localeCompare(kindLabel(b)),
  );
  return (
    <div className="grid w-full gap-4 sm:w-auto sm:grid-cols-2">
      <Field label="Outcome">
        {(control) => (
          <Select
            {...control}
            value={outcome ?? ""}
            onChange={(event) => {
              const next = outcomes.find((each) => each === event.target.value);
              void navigate({ search: { outcome: next, kind }, replace: true });
            }}
          >
            <option value="">Everything</option>
            {outcomes.map((each) => (
              <option key={each} value={each}>
                {outcomeLabels[each]} ({numbers[each]})
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Kind">
        {(control) => (
          <Select
            {...control}
            value={kind ?? ""}
            onChange={(event) =>
              void navigate({
                search: { outcome, kind: event.target.value || undefined },
                replace: true,
              })
            }
          >
            <option value="">All kinds</option>
            {kinds.map((each) => (
              <option key={each} value={each}>
                {kindLabel(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
