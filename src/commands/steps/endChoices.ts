import { momentWords } from "../../core/expiry/endWords";
import { endOf, endText, type GivenEnd, readEnd } from "../../core/expiry/givenEnd";
import { longestExpiryFailure } from "../../core/expiry/longestExpiry";
import { firstSentence } from "../../core/failures/failures";
import type { Target } from "../../core/target";
import { note } from "../../ui/entries";
import type { PickItem, Typed } from "../../ui/ui";
import type { Services } from "../command";

/** When something is to end; null for never. */
export type ChosenEnd = GivenEnd | null;

/** One way to say when something ends. */
export interface EndChoice {
  /** What is kept of it, so that it stands first the next time. */
  readonly name: string;
  /** Behind "Expires": "never", "in an hour". */
  readonly words: string;
  readonly end: ChosenEnd;
}

/** Never, an hour, today, a week: as far as every profile's setting lets it, the last used first. */
export function endChoices(
  targets: readonly Target[],
  { state, recentEnd }: EndServices,
): readonly EndChoice[] {
  const last = recentEnd.last();
  const choices: readonly EndChoice[] = [
    { name: "never", words: "never", end: null },
    ...[
      { name: "PT1H", words: "in an hour" },
      { name: "today", words: "at the end of today" },
      { name: "P7D", words: "in a week" },
    ].map(({ name, words }) => ({ name, words, end: name === "today" ? endOfToday() : after(name) })),
  ];
  const allowed = choices.filter(({ end }) => targets.every((target) => isAllowed(target, end, { state })));
  return [...allowed.filter(({ name }) => name === last), ...allowed.filter(({ name }) => name !== last)];
}

/** What is typed in the place of a choice: a time or a duration. */
export function typedEnd(
  text: string,
  targets: readonly Target[],
  services: EndServices,
): Typed<EndChoice> | undefined {
  const trimmed = text.trim();
  if (!/^(?:P|\d{4}-)/.test(trimmed)) {
    return undefined;
  }
  const [target = { profile: "", region: "" }] = targets;
  const now = services.state.ends.now(target);
  const read = readEnd(trimmed, now);
  const failure = read.ok
    ? targets.flatMap(
        ({ profile }) => longestExpiryFailure(services.state.settings(), profile, read.value, now) ?? [],
      )[0]
    : read.failure;
  return failure || !read.ok
    ? note("error", firstSentence(failure?.message ?? "", target))
    : {
        key: "typed",
        label: momentWords(endOf(read.value, now)),
        icon: "clock",
        value: { name: endText(read.value), words: momentWords(endOf(read.value, now)), end: read.value },
      };
}

export type EndServices = Pick<Services, "state" | "recentEnd">;

export function endItem({ name, words, end }: EndChoice, now: number): PickItem<EndChoice> {
  return {
    key: name,
    label: `${words.charAt(0).toUpperCase()}${words.slice(1)}`,
    ...(end ? { description: momentWords(endOf(end, now)) } : {}),
    icon: end ? "clock" : "dash",
    value: { name, words, end },
  };
}

/** Says what else can be typed. */
export const typedEndNote = note("info", "Or type a time or a duration: 2026-11-27T18:00 or PT8H");

function isAllowed(
  { profile, region }: Target,
  end: ChosenEnd,
  { state }: Pick<EndServices, "state">,
): boolean {
  const now = state.ends.now({ profile, region });
  return longestExpiryFailure(state.settings(), profile, end ?? undefined, now) === undefined;
}

function after(text: string): GivenEnd {
  const read = readEnd(text, Date.now());
  if (!read.ok) {
    throw new Error(`${text} is no duration`);
  }
  return read.value;
}

/** Midnight of this machine's day, the next one where that is only minutes away. */
function endOfToday(): GivenEnd {
  const midnight = new Date();
  midnight.setHours(24, 0, 0, 0);
  const at = midnight.getTime();
  return { kind: "at", at: at - Date.now() < 300_000 ? at + 86_400_000 : at };
}
