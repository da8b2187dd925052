/**
 * A text for a notification, in which VS Code would make links of `[words](command:…)`. Names come from other
 * people's accounts, and may hold any of these characters: an invisible space keeps them words.
 */
export function withoutLinks(text: string): string {
  return text.replaceAll("](", "]\u200b(");
}

/** A text for an input box's prompt or what it says of what was typed: both links and icons would come of it. */
export function withoutMarkup(text: string): string {
  return withoutLinks(withoutIcons(text));
}

/** A text for a list, in which VS Code would show `$(name)` as an icon. */
export function withoutIcons(text: string): string {
  return text.replaceAll("$(", "\\$(");
}
