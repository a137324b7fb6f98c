import type { ActionError } from "@/lib/domain/action-result.ts";
import { Notice } from "./notice.tsx";

/** Why a form was not accepted, and the one thing to do about it; read out when it appears. */
export function FormFailure({ failure }: { failure: ActionError }) {
  return (
    <Notice tone="bad" title={failure.message} announce="alert">
      {failure.remedy && <p>{failure.remedy}</p>}
    </Notice>
  );
}
