/** A moment, as https://www.rfc-editor.org/rfc/rfc3339 writes it, without what is less than a second. */
export function inSeconds(moment: string): string {
  return moment.replace(/\.\d+Z$/, "Z");
}
