/**
 * A moment as the user's system writes it, with the plain space where that has another and without marks of direction:
 * both would be shown as escapes.
 */
export function momentText(milliseconds: number, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(undefined, options)
    .format(milliseconds)
    .replace(/\p{Zs}/gu, " ")
    .replace(/\p{Cf}/gu, "");
}

/** A moment in milliseconds as `10:42` or `10:42 AM`, as the user's system writes it. */
export function clockTime(milliseconds: number): string {
  return momentText(milliseconds, { timeStyle: "short" });
}
