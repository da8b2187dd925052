/** A length of time as ISO 8601 writes it. Months have no length of their own, so it stays in its parts. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly days: number;
  readonly milliseconds: number;
}

const form =
  /^P(?!$)(?:(\d{1,4})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/;

/** Reads `PT1H`, `P1D`, `P1W`, `P1M`, `P1DT12H`; `undefined` for anything else, and for no time at all. */
export function parseDuration(text: string): Duration | undefined {
  const found = form.exec(text);
  if (!found) {
    return undefined;
  }
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((digits) => Number(digits ?? 0));
  const duration = {
    years,
    months,
    days: weeks * 7 + days,
    milliseconds: ((hours * 60 + minutes) * 60 + seconds) * 1000,
  };
  return Object.values(duration).some((part) => part > 0) ? duration : undefined;
}

/** The moment so much later, in milliseconds since 1970. Months are the calendar's, in UTC, and end at their last day. */
export function later(from: number, { years, months, days, milliseconds }: Duration): number {
  const date = new Date(from);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCFullYear(date.getUTCFullYear() + years, date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime() + days * 86_400_000 + milliseconds;
}
