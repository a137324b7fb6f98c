/** A date field holds a day, "2027-03-31", or a moment with its zone, "2027-03-31T10:00:00+02:00". */
export const isMoment = (value: string): boolean => value.length > 10;

const two = (number: number): string => String(number).padStart(2, "0");

/** A moment as `<input type="datetime-local">` has it, in the browser's own zone; "" for none. */
export function toLocal(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** What was chosen in the browser's zone, with the zone's distance from UTC on that day. */
export function fromLocal(local: string): string | null {
  const at = new Date(local);
  if (Number.isNaN(at.getTime())) return null;
  const minutes = -at.getTimezoneOffset();
  const distance = Math.abs(minutes);
  const zone = `${two(Math.floor(distance / 60))}:${two(distance % 60)}`;
  return `${toLocal(at.toISOString())}:00${minutes < 0 ? "-" : "+"}${zone}`;
}

const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short" });

/** A date in words; what is none, as it is. */
export function dateInWords(value: string): string {
  const at = new Date(value);
  if (Number.isNaN(at.getTime())) return value;
  return isMoment(value) ? moment.format(at) : day.format(at);
}

/** The name of the browser's zone, e.g. "Europe/Berlin". */
export const zoneName = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;
