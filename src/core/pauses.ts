/**
 * The pauses between looks at something that changes by itself, in milliseconds: short at first, because most
 * changes settle within seconds, then longer, so that a slow one costs few requests.
 */
export function pauseBeforeLook(look: number): number {
  return Math.min(700 * 1.5 ** look, 10_000);
}
