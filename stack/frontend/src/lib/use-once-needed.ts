import { useState } from "react";

/**
 * Whether something lazy has to be there: from its first use on. It then stays, because a window
 * that vanishes instead of closing does not give the focus back.
 */
export function useOnceNeeded(now: boolean): boolean {
  const [needed, setNeeded] = useState(now);
  if (now && !needed) setNeeded(true);
  return needed || now;
}
