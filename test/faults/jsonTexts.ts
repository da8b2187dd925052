/** An answer in JSON with each of its values changed, the innermost first. One without a body stays as it is. */
export function fieldsOf(text: string, change: (value: unknown) => unknown): string {
  return text === "" ? text : JSON.stringify(JSON.parse(text, (_, value) => change(value)));
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
