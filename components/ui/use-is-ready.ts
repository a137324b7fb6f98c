"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether scripts run by now: what a form does without them must not happen by a press that came early. */
export const useIsReady = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
