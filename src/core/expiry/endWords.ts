import { momentText } from "../clockTime";
import type { End, Expirer } from "./expiry";

/** What a row says of an end: "expires in 42 min", or "expired, still there". */
export function endWords(at: number, now: number): string {
  return at > now ? `expires in ${timeLeft(at - now)}` : "expired, still there";
}

/** A time to go as a narrow row shows it, in the unit that tells enough. */
function timeLeft(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / 60_000);
  if (minutes < 100) {
    return `${minutes} min`;
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

/** A moment as the user's system writes it. */
export function momentWords(at: number): string {
  return momentText(at, dayAndTime);
}

const day = { year: "numeric", month: "numeric", day: "numeric" } as const;
const dayAndTime = { ...day, hour: "numeric", minute: "numeric", second: "numeric" } as const;

/** What an end is found by besides the words that are shown of it: the moment as callers get it, and as users read it. */
export function endTerms(end: Pick<End, "at"> | undefined): readonly string[] {
  return end ? [`expires ${new Date(end.at).toISOString()}`, momentWords(end.at)] : [];
}

/** Who sees to the end. */
const expirerWords: Readonly<Record<Expirer, string>> = {
  schedule: "EventBridge Scheduler revokes it",
  sweep: "this extension revokes it when it is next used",
  session: "this window revokes it while it is open",
};

/** When it ends and who sees to it: what stands in tooltips and messages. */
export function endSentence({ at, by }: Pick<End, "at" | "by">): string {
  return `expires ${momentWords(at)}: ${expirerWords[by]}`;
}

/** What was found, and may be somebody else's, is left alone. */
export const notOurs = "does not expire: whether it was made from here is not known";

/** The same at a moment: nobody is said to see to what is over. */
export function endLine(end: Pick<End, "at" | "by" | "isOthers">, now: number): string {
  if (end.at <= now) {
    return `was to expire ${momentWords(end.at)}`;
  }
  return end.isOthers
    ? `expires ${momentWords(end.at)}: the window that made it revokes it, and nobody else`
    : endSentence(end);
}

/** A revoke does not end what is under way: security groups track connections. */
export const connectionsLiveOn = "Connections that are open stay open";
