const units = [
  { words: (n: number) => `${n} min ago`, milliseconds: 60_000 },
  { words: (n: number) => `${n} h ago`, milliseconds: 3_600_000 },
  { words: (n: number) => (n === 1 ? "1 day ago" : `${n} days ago`), milliseconds: 86_400_000 },
] as const;

/** How long ago a moment was, in the largest unit that it fills: "5 min ago". Empty where it is no moment. */
export function agoWords(time: string, now: number): string {
  const passed = now - Date.parse(time);
  if (Number.isNaN(passed)) {
    return "";
  }
  // A clock that was set back meanwhile: it was just now, as far as anybody can tell.
  const unit = units.findLast(({ milliseconds }) => passed >= milliseconds);
  return unit ? unit.words(Math.floor(passed / unit.milliseconds)) : "just now";
}
