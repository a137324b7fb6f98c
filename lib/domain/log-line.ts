/** Services whose logs a client may read: all of a stack. */
export const logServices = ["web", "api", "db"] as const;
export type LogService = (typeof logServices)[number];
export const isLogService = (text: string): text is LogService => (logServices as readonly string[]).includes(text);

/** One line that a service wrote. */
export interface LogLine {
  /** RFC 3339 with nanoseconds, UTC; its text sorts as the moment does. */
  readonly time: string;
  readonly service: string;
  readonly text: string;
}

/** Docker puts a time and a space before each line. */
export function parseLogLine(line: string, service: string): LogLine {
  const space = line.indexOf(" ");
  return { time: line.slice(0, space), service, text: line.slice(space + 1) };
}

/** Oldest first. Docker leaves trailing zeros of a fraction out, so texts alone do not compare. */
export const byTime = (a: LogLine, b: LogLine): number => {
  const [left, right] = [padded(a.time), padded(b.time)];
  return left < right ? -1 : left > right ? 1 : 0;
};

const padded = (time: string): string => {
  const [whole = "", fraction = ""] = time.replace(/Z$/, "").split(".");
  return `${whole}.${fraction.padEnd(9, "0")}`;
};

export const isLogTime = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(text);
