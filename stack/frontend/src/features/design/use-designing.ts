import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type Design,
  type Designing,
  type DesignStep,
  designQuery,
  saveDesign,
  takeStep,
} from "@/features/design/api.ts";
import { siteQuery } from "@/features/site/api.ts";

/** Milliseconds after the last change until it is kept and the preview follows. */
const pause = 250;

export type DesigningState = "kept" | "waiting" | "keeping" | "failed";

/**
 * The design on the screen: kept as a draft by itself, one request after another, and public once
 * it is applied. What fails stays on the screen and is sent with the next change or by `retry`.
 */
export function useDesigning(initial: Designing) {
  const queryClient = useQueryClient();
  const [server, setServer] = useState(initial);
  const [design, setDesign] = useState(initial.design);
  const [state, setState] = useState<DesigningState>("kept");
  const [problem, setProblem] = useState<unknown>(null);
  const [step, setStep] = useState<DesignStep | null>(null);
  const now = useRef({ server: initial, design: initial.design });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<Promise<boolean>>(Promise.resolve(true));

  const take = useCallback(
    (next: Designing) => {
      now.current.server = next;
      setServer(next);
      setProblem(null);
      queryClient.setQueryData(designQuery.queryKey, next);
    },
    [queryClient],
  );

  const keep = useCallback(() => {
    clearTimeout(timer.current);
    line.current = line.current.then(async () => {
      const sent = now.current.design;
      setState("keeping");
      try {
        take(await saveDesign(sent, now.current.server.version));
        setState(now.current.design === sent ? "kept" : "waiting");
        return true;
      } catch (error) {
        setProblem(error);
        setState("failed");
        return false;
      }
    });
    return line.current;
  }, [take]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (values: Partial<Design>) => {
    now.current.design = { ...now.current.design, ...values };
    setDesign(now.current.design);
    setState("waiting");
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keep(), pause);
  };

  const follow = async (wanted: DesignStep): Promise<boolean> => {
    setStep(wanted);
    clearTimeout(timer.current);
    try {
      // What could not be kept is not what would be applied.
      const kept = await (state === "kept" || wanted === "discard" ? line.current : keep());
      if (!kept && wanted !== "discard") return false;
      take(await takeStep(wanted, now.current.server.version));
      now.current.design = now.current.server.design;
      setDesign(now.current.design);
      setState("kept");
      await queryClient.invalidateQueries({ queryKey: siteQuery.queryKey });
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setStep(null);
    }
  };

  return { server, design, state, problem, step, change, follow, retry: keep };
}
