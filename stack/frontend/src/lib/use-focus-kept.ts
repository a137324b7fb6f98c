import { type RefObject, useEffect, useRef } from "react";

/**
 * Where the focus goes on when the last of something went away with what had it.
 * @param count how many there are
 */
export function useFocusKept<T extends HTMLElement>(count: number): RefObject<T | null> {
  const place = useRef<T>(null);
  const had = useRef(0);
  useEffect(() => {
    if (count === 0 && had.current > 0 && document.activeElement === document.body)
      place.current?.focus();
    had.current = count;
  }, [count]);
  return place;
}
