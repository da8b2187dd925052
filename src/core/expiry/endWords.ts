import { count } from "../plural";
import type { End, Expirer } from "./expiry";

/** What a row says of an end: "expires in 42 min", or "expired, still there". */
export function endWords(at: number, now: number): string {
  return at > now ? `expires in ${timeLeft(at - now)}` : "expired, still there";
}

/** A time to go as a narrow row shows it, in the unit that tells enough. */
function timeLeft(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (minutes <= 1) {
    return "a minute";
  }
  if (minutes < 100) {
    return `${minutes} min`;
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : count(Math.round(hours / 24), "day");
}

/** A moment as the user's system writes it: "Friday, 27 November at 18:00". */
export function momentWords(at: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(at);
}

/** Who sees to the end, as a sentence without its full stop. */
export function expirerWords(by: Expirer): string {
  switch (by) {
    case "schedule":
      return "EventBridge Scheduler revokes it, the computer may be off";
    case "sweep":
      return "this extension revokes it, the next time it is used after that";
    case "session":
      return "this window revokes it, as long as it is open";
  }
}

/** When it ends and who sees to it: what stands in tooltips and messages. */
export function endSentence({ at, by }: Pick<End, "at" | "by">): string {
  return `expires ${momentWords(at)}: ${expirerWords(by)}`;
}

/** A revoke does not end what is under way: security groups track connections. */
export const connectionsLiveOn = "Connections that are open stay open";
