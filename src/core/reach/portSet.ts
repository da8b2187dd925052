export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Ports: ranges in ascending order that do not touch. */
export type PortSet = readonly PortRange[];

export const allPorts: PortSet = [{ from: 0, to: 65_535 }];

/** The ports that clients connect from: 1024 to 65535 covers every operating system, NAT gateways and Lambda. */
export const ephemeralPorts: PortSet = [{ from: 1024, to: 65_535 }];

export function onePort(port: number): PortSet {
  return [{ from: port, to: port }];
}

export function both(a: PortSet, b: PortSet): PortSet {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const range = { from: Math.max(one.from, other.from), to: Math.min(one.to, other.to) };
      return range.from <= range.to ? [range] : [];
    }),
  );
}

export function without(a: PortSet, b: PortSet): PortSet {
  return b.reduce<PortSet>(
    (left, { from, to }) =>
      left.flatMap((range) => [
        ...(range.from < from ? [{ from: range.from, to: Math.min(range.to, from - 1) }] : []),
        ...(range.to > to ? [{ from: Math.max(range.from, to + 1), to: range.to }] : []),
      ]),
    a,
  );
}

export function either(a: PortSet, b: PortSet): PortSet {
  const joined: PortRange[] = [];
  for (const range of [...a, ...b].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to + 1) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else {
      joined.push(range);
    }
  }
  return joined;
}

export function includesPorts(outer: PortSet, inner: PortSet): boolean {
  return without(inner, outer).length === 0;
}

/** `6379`, `1024-65535`, `22, 80-90`. */
export function portWords(ports: PortSet): string {
  return ports.map(({ from, to }) => (from === to ? String(from) : `${from}-${to}`)).join(", ");
}
