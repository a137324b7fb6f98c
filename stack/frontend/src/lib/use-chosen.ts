import { useState } from "react";

/**
 * Which of a list that changes while one types is chosen: what was chosen as long as it is there,
 * else the first. cmdk alone loses it when its items are replaced.
 */
export function useChosen(values: readonly string[]) {
  const [last, onValueChange] = useState("");
  const value = values.includes(last) ? last : (values[0] ?? "");
  return { value, onValueChange };
}
