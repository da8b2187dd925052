/** A moment in milliseconds as `10:42` or `10:42 AM`, as the user's system writes it. */
export function clockTime(milliseconds: number): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: "short" }).format(milliseconds);
}
