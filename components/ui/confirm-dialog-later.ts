import { lazy } from "react";

/**
 * `ConfirmDialog`, fetched when it is first shown: for pages where most visits ask nothing. Put it into a
 * `Suspense`, and render it only while it is open.
 */
export const ConfirmDialog = lazy(async () => ({ default: (await import("./confirm-dialog.tsx")).ConfirmDialog }));
