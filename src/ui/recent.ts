/** Where what was used lately is kept: VS Code's global state. */
export interface Memory {
  get<T>(key: string): T | undefined;
  update(key: string, value: unknown): Thenable<void>;
}

const kept = 20;

/** An EC2 security group that was authorized lately. */
export interface RecentSource {
  readonly name: string;
  readonly ownerId: string;
}

/** The EC2 security groups that were authorized lately, the newest first. */
export class RecentSources {
  readonly #memory: Memory;

  constructor(memory: Memory) {
    this.#memory = memory;
  }

  all(): readonly RecentSource[] {
    const stored = this.#memory.get<unknown>("recentSources");
    return Array.isArray(stored) ? stored.filter(isSource) : [];
  }

  async add(source: RecentSource): Promise<void> {
    const others = this.all().filter((each) => each.name !== source.name || each.ownerId !== source.ownerId);
    await this.#memory.update("recentSources", [source, ...others].slice(0, kept));
  }
}

function isSource(value: unknown): value is RecentSource {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    "ownerId" in value &&
    typeof value.ownerId === "string"
  );
}
