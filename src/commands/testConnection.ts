import { loadReach } from "../bundles";
import type { Cache } from "../core/caches/cache";
import { done, failedResult } from "../core/commandResult";
import { invalidParameter } from "../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../core/outcome";
import type { ConnectionPhase, ConnectionTarget } from "../store/reach/testConnection";
import type { Command, Params, Services } from "./command";
import { withWayCache } from "./explainReachability/wayCache";
import { withRead } from "./heads";

/** Connects to a cache from this machine, and says how far it came. What this machine sees, and no other. */
export const testConnection: Command = {
  id: "testConnection",
  run: (params, services) =>
    withWayCache("Test Connection", params, services, ({ cache }) =>
      withRead(localPortGiven(params), async (localPort) => {
        const target = connectionTarget(cache, localPort);
        if (target === undefined) {
          const message = `${cache.id} has no endpoint yet. Nothing was sent; try again once it is available`;
          return failedResult({ kind: "invalidState", message });
        }
        const reach = await loadReach();
        const phases = await services.tree.whileBusy(reach.testConnection(target));
        tell(cache, localPort, phases, services);
        return done({ phases });
      }),
    ),
};

/** The port of this machine that a tunnel to the cache begins at, where it is to be tested through one. */
function localPortGiven({ localPort }: Params): Outcome<number | undefined> {
  return localPort === undefined || isPort(localPort)
    ? succeeded(localPort)
    : failed(invalidParameter("localPort", "localPort is to be a port from 1 to 65535"));
}

function isPort(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 65_535;
}

/** The endpoint that clients use first. Where both plain and encrypted connections are taken, a plain one tells enough. */
function connectionTarget(
  { endpoints, engine, encryptionInTransit }: Cache,
  localPort: number | undefined,
): ConnectionTarget | undefined {
  const [first] = endpoints;
  const how = { engine, tls: encryptionInTransit === "required" };
  return (
    first &&
    (localPort === undefined
      ? { host: first.address, port: first.port, ...how }
      : { host: "127.0.0.1", port: localPort, serverName: first.address, ...how })
  );
}

function tell(
  { id }: Cache,
  localPort: number | undefined,
  phases: readonly ConnectionPhase[],
  { ui }: Services,
): void {
  const last = phases.at(-1);
  const came = phases.map(({ name, ok, ms }) => `${name} ${ok ? `${ms} ms` : "failed"}`).join(", ");
  const isThere = last?.ok === true || last?.name === "AUTH";
  const from = localPort === undefined ? "from this machine" : `through port ${localPort} of this machine`;
  const text = `${id} ${from}: ${came}. ${last?.text ?? ""}`;
  void ui.tell({ severity: isThere ? "information" : "warning", text, actions: ["Copy"] }).then((action) => {
    if (action === "Copy") {
      void ui.copy(text);
    }
  });
}
