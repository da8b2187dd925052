import type { Wish } from "./snapshot";

/** Equal for equal wishes. */
export function wishKey({ list, id, vpcId = "", of = "" }: Wish): string {
  return [list, id, vpcId, of].join(" ");
}
