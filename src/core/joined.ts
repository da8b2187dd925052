/** The parts of a description, joined; empty ones left out. */
export function joined(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part).join(" · ");
}
