/** Caches by name, as many as are read in a title. */
function namesOf(ids: readonly string[]): string {
  const [first = "", second] = ids;
  return ids.length > 2 ? `${ids.length} caches` : second === undefined ? first : `${first} and ${second}`;
}

/** The title of a question about what lets everybody in; `others`: what is opened where no cache is known to be. */
export function openQuestion(ids: readonly string[], others: string): string {
  return `Open ${ids.length === 0 ? others : namesOf(ids)} to whatever can route to the VPC?`;
}

/** What it comes to. */
export function willBeOpen(ids: readonly string[], isCertain = true): string {
  return `${ids.join(", ")} ${isCertain ? "will" : "may"} be open to whatever can route to the VPC: its own network, peered ones, VPN and transit gateways. Not the internet.`;
}
