import { loadReach } from "../bundles";
import type { Cache } from "../core/caches/cache";
import { type CommandResult, cancelled, failedResult } from "../core/commandResult";
import type { ConnectionPhase, ConnectionTarget } from "../store/reach/testConnection";
import type { Command, Services } from "./command";
import { wayCache } from "./explainReachability/wayCache";
import { withCache } from "./steps/withCache";

/** Connects to a cache from this machine, and says how far it came. What this machine sees, and no other. */
export const testConnection: Command = {
  id: "testConnection",
  async run(params, services): Promise<CommandResult> {
    const whole = await withCache("Test Connection", params, services);
    if (whole === "cancelled") {
      return cancelled;
    }
    const found = whole.ok ? await wayCache(whole.value, services) : whole;
    if (!found.ok) {
      return failedResult(found.failure);
    }
    const { cache } = found.value;
    const target = connectionTarget(cache);
    if (target === undefined) {
      const message = `${cache.id} has no endpoint yet. Nothing was sent; try again once it is available`;
      return failedResult({ kind: "invalidState", message });
    }
    const reach = await loadReach();
    const phases = await services.tree.whileBusy(reach.testConnection(target));
    tell(cache, phases, services);
    return { outcome: "done", value: { phases } };
  },
};

/** The endpoint that clients use first. Where both plain and encrypted connections are taken, a plain one tells enough. */
function connectionTarget({ endpoints, engine, encryptionInTransit }: Cache): ConnectionTarget | undefined {
  const [first] = endpoints;
  return first && { host: first.address, port: first.port, engine, tls: encryptionInTransit === "required" };
}

function tell({ id }: Cache, phases: readonly ConnectionPhase[], { ui }: Services): void {
  const last = phases.at(-1);
  const came = phases.map(({ name, ok, ms }) => `${name} ${ok ? `${ms} ms` : "failed"}`).join(", ");
  const isThere = last?.ok === true || last?.name === "AUTH";
  const text = `${id} from this machine: ${came}. ${last?.text ?? ""}`;
  void ui.tell({ severity: isThere ? "information" : "warning", text, actions: ["Copy"] }).then((action) => {
    if (action === "Copy") {
      void ui.copy(text);
    }
  });
}
