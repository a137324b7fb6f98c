/**
 * Like Promise.all, but an error is thrown only when all work has ended: what was begun side by
 * side must not go on behind the back of whoever was told that it failed.
 */
export async function allOrFirstError<const T extends readonly unknown[]>(
  work: T,
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  const outcomes = await Promise.allSettled(work);
  const failed = outcomes.find((outcome) => outcome.status === "rejected");
  if (failed) throw failed.reason;
  return Promise.all(work) as Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }>;
}
