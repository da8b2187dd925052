/** The CPU time in milliseconds that a piece of work takes here: other programs on the machine do not lengthen it. */
export function cpuTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
