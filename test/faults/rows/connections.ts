import { drop, inTurn, pass } from "../attempt";
import type { Fault } from "../fault";

/** The connection fails. */
export const connections: readonly Fault[] = [
  {
    name: "the connection is refused",
    elsewhere: async () => "http://127.0.0.1:1",
    read: { failure: ["network", "ECONNREFUSED"], attempts: 4 },
    change: { failure: ["network", "ECONNREFUSED"], attempts: 4 },
  },
  {
    name: "the connection is reset before the answer",
    strike: () => drop,
    read: { failure: ["network", "ECONNRESET"], attempts: 4 },
    change: { failure: ["network", "ECONNRESET"], attempts: 4, inDoubt: true },
  },
  {
    name: "the connection is reset before the answer, once",
    strike: () => inTurn(drop, pass),
    read: { attempts: 2 },
    change: { attempts: 2 },
  },
  {
    name: "no answer comes",
    strike: () => () => undefined,
    seconds: 0.3,
    read: { failure: ["network", "ETIMEDOUT"], attempts: 1 },
    change: { failure: ["network", "ETIMEDOUT"], attempts: 1, inDoubt: true },
  },
  {
    name: "it is carried out, and no answer comes",
    strike: () => async (attempt) => void (await attempt.forward()),
    seconds: 0.3,
    read: { failure: ["network", "ETIMEDOUT"], attempts: 1 },
    change: { attempts: 1, isMade: true, inDoubt: true },
  },
];
