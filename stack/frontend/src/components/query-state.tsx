import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Message } from "@/components/message.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { messageOf } from "@/lib/api-error.ts";

type QueryStateProps<T> = {
  query: Pick<UseQueryResult<T>, "data" | "error" | "isFetching" | "refetch">;
  /** As in "Loading the tokens…" and "The tokens could not be loaded". */
  what: string;
  children: (data: T) => ReactNode;
};

/** What was asked for, or that it is on its way, or why it is not there. */
export function QueryState<T>({ query, what, children }: QueryStateProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error) {
    return (
      <div className="mt-12">
        <Message title={`The ${what} could not be loaded`} announce>
          <p>{messageOf(query.error)}</p>
          <Button variant="primary" busy={query.isFetching} onClick={() => void query.refetch()}>
            Try again
          </Button>
        </Message>
      </div>
    );
  }
  return (
    <p role="status" className="mt-12 flex items-center gap-2 text-muted">
      <Spinner />
      Loading the {what}…
    </p>
  );
}
