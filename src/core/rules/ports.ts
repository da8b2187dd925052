/** TCP or UDP ports from the first to the last, both included. */
export interface PortRange {
  readonly fromPort: number;
  readonly toPort: number;
}

/** One sentence about what is wrong with a range of ports, if anything is. */
export function portProblem(fromPort: number, toPort: number): string | undefined {
  for (const port of [fromPort, toPort]) {
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return `A port is a whole number from 0 to 65535; this is ${port}`;
    }
  }
  return fromPort > toPort ? `The first port, ${fromPort}, is above the last, ${toPort}` : undefined;
}

/** Reads `6379` or `6379-6380`; a text is what is wrong with it. */
export function parsePorts(text: string): PortRange | string {
  const [, from, to] = /^\s*(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?\s*$/.exec(text) ?? [];
  if (from === undefined) {
    return "Enter a port like 6379, or a range like 6379-6380";
  }
  const ports = { fromPort: Number(from), toPort: Number(to ?? from) };
  return portProblem(ports.fromPort, ports.toPort) ?? ports;
}

/** The ranges that hold these ports and no others: consecutive ones in one range. */
export function portRanges(ports: readonly number[]): readonly PortRange[] {
  const ranges: { fromPort: number; toPort: number }[] = [];
  for (const port of [...ports].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && port <= last.toPort + 1) {
      last.toPort = port;
    } else {
      ranges.push({ fromPort: port, toPort: port });
    }
  }
  return ranges;
}
