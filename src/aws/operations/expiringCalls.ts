import type { ExpiringApi } from "../api/expiring";
import type { Caller } from "../call/caller";
import { ProtocolError } from "../http/protocolError";
import { sendChange } from "./sendChange";

/** The calls for grants that expire: whatever the other bundle sends, with what its answer must prove. */
export function expiringCalls(call: Caller): ExpiringApi {
  return {
    expiring: (target, request, send, options) =>
      call(target, request, options, (clients) =>
        sendChange(clients, {
          send: () => send(clients, clients.options),
          resultOf: ({ proof }) => {
            if (!proof) {
              throw new ProtocolError("withoutResult");
            }
            return proof.value;
          },
        }),
      ),
  };
}
