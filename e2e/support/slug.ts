let count = 0;

/** A slug that no other test has. */
export function slug(prefix = "t"): string {
  count += 1;
  return `${prefix}-${process.pid.toString(36)}-${Date.now().toString(36).slice(-5)}-${count}`;
}
