import { useEffect, useMemo, useState } from "react";
import { followStream } from "@/components/portal/follow-stream.ts";
import type { Step } from "@/components/ui/steps.tsx";
import { type ProgressOperation, type Provisioning, provisioningSteps } from "@/lib/domain/provisioning.ts";

const pollMs = 3_000;

interface Progress extends Provisioning {
  readonly steps: readonly Step[];
}

/**
 * How a stack comes up: follows the server's stream, and asks every few seconds while that is down.
 * @param path of what is asked; its stream is at `<path>/stream`
 * @param first how things stood when the page was made
 */
export function useProgress(path: string, first: Provisioning): Progress {
  const [progress, setProgress] = useState(first);
  const { operations, status } = progress;
  const isOver = status === "running";

  useEffect(() => {
    if (isOver) return;
    const stream = followStream(`${path}/stream`, {
      operation(data) {
        const operation = JSON.parse(data) as ProgressOperation;
        setProgress((known) => ({
          ...known,
          operations: [...known.operations.filter(({ id }) => id !== operation.id), operation],
        }));
      },
      state(data) {
        const state = JSON.parse(data) as Pick<Provisioning, "status" | "trouble">;
        setProgress((known) => ({ ...known, ...state }));
      },
      // The right to see it has ended; the server says what there is instead.
      end: () => window.location.reload(),
    });
    const poll = setInterval(() => {
      if (!stream.isOpen) void ask(path).then((now) => now && setProgress(now));
    }, pollMs);
    return () => {
      stream.close();
      clearInterval(poll);
    };
  }, [path, isOver]);

  const steps = useMemo(
    () =>
      provisioningSteps(operations, status).map(({ startedAt, ...step }) => ({
        ...step,
        startedAt: startedAt === null ? null : new Date(startedAt),
      })),
    [operations, status],
  );
  return { ...progress, steps };
}

async function ask(path: string): Promise<Provisioning | null> {
  const answer = await fetch(path, { cache: "no-store" }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as Provisioning) : null;
}
