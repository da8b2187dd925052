import { drop, inTurn, lose, pass, type Strike, sendRaw } from "../attempt";
import type { End, Exceptions, FaultGroup } from "../fault";
import { noHttp, plainHttp, unknownAuthority } from "../servers";

const nothing: Strike = () => undefined;

/** The answer stops after its first half, and so does the connection. */
export const breakOff: Strike = async (attempt) => {
  const { body } = await attempt.forward();
  const half = body.subarray(0, body.length / 2);
  const length = body.length || 10;
  sendRaw(attempt, ["HTTP/1.1 200 OK", "Content-Type: text/xml", `Content-Length: ${length}`], half);
};

/** A byte now and then. */
const drip: Strike = async (attempt) => {
  const { body } = await attempt.forward();
  attempt.response.writeHead(200, { "content-type": "text/xml", "content-length": body.length || 10 });
  let sent = 0;
  const timer = setInterval(() => attempt.response.write(body.subarray(sent, ++sent)), 20);
  attempt.response.on("close", () => clearInterval(timer));
};

/** The head of the answer does not end. */
const dripHead: Strike = async ({ forward, response: { socket } }) => {
  await forward();
  socket?.write("HTTP/1.1 200 OK\r\n");
  const timer = setInterval(() => socket?.write("X-Later: 1\r\n"), 20);
  socket?.on("close", () => clearInterval(timer));
};

const timeOut = { failure: ["network", "ETIMEDOUT"], attempts: 1, inDoubt: true } as const;
const reset = { failure: ["network", "ECONNRESET"], attempts: 4, inDoubt: true } as const;
/** Of what takes something away the retry's refusal says that it is gone. */
export const goneByRefusal: Exceptions = {
  goneAgain: { inDoubt: false },
};

/** The same is put in the place of itself: the groups of a cache, say. */
const sameAgain: Exceptions = {
  ...goneByRefusal,
  sameAgain: { inDoubt: false },
};

/** Where nothing can be looked at, these are not sent. */
const unsent: Exceptions = {
  looksFirst: { inDoubt: false },
};

const tls = (code: string): End => ({ failure: ["network", code], attempts: 1 });

export const connections: FaultGroup = {
  heading: "The connection",
  about:
    "A connection that fails before a byte of the request has left it leaves nothing in doubt. One that breaks later does: whether a change was made is looked up before anything is said of it.",
  faults: [
    {
      name: "refused",
      elsewhere: async () => "http://127.0.0.1:1",
      read: { failure: ["network", "ECONNREFUSED"], attempts: 4 },
      change: { failure: ["network", "ECONNREFUSED"], attempts: 4 },
    },
    {
      name: "reset before the answer",
      strike: () => drop,
      read: reset,
      change: reset,
    },
    {
      name: "reset before the answer, once",
      strike: () => inTurn(drop, pass),
      read: { attempts: 2 },
      change: { attempts: 2 },
    },
    {
      name: "reset in the middle of the answer",
      strike: () => breakOff,
      read: reset,
      change: { ...reset, isMade: true },
    },
    {
      name: "reset in the middle of the answer, once",
      strike: () => inTurn(breakOff, pass),
      read: { attempts: 2 },
      change: { attempts: 2, inDoubt: true },
      but: sameAgain,
    },
    {
      name: "no answer, and nothing done",
      strike: () => nothing,
      seconds: 0.3,
      read: timeOut,
      change: timeOut,
    },
    {
      name: "no answer, although it was carried out",
      strike: () => async (attempt) => void (await attempt.forward()),
      seconds: 0.3,
      read: timeOut,
      change: { ...timeOut, isMade: true },
    },
    {
      name: "an answer that drips, a byte now and then",
      strike: () => drip,
      seconds: 0.3,
      read: timeOut,
      change: { ...timeOut, isMade: true },
    },
    {
      name: "an answer whose head does not end",
      strike: () => dripHead,
      seconds: 0.3,
      read: timeOut,
      change: { ...timeOut, isMade: true },
    },
    {
      name: "a certificate of an authority that nobody trusts",
      elsewhere: unknownAuthority,
      read: tls("UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
      change: tls("UNABLE_TO_VERIFY_LEAF_SIGNATURE"),
    },
    {
      name: "no TLS where TLS is asked for",
      elsewhere: async () => (await plainHttp()).replace("http:", "https:"),
      read: tls("EPROTO"),
      change: tls("EPROTO"),
    },
    {
      name: "TLS where none is asked for",
      elsewhere: async () => (await unknownAuthority()).replace("https:", "http:"),
      read: { failure: ["network", "ECONNRESET"], attempts: 4 },
      change: { failure: ["network", "ECONNRESET"], attempts: 4, inDoubt: true },
      but: unsent,
    },
    {
      name: "something that does not speak HTTP",
      elsewhere: noHttp,
      read: { failure: ["network", "HPE_INVALID_CONSTANT"], attempts: 1 },
      change: { failure: ["network", "HPE_INVALID_CONSTANT"], attempts: 1, inDoubt: true },
      but: unsent,
    },
    {
      name: "the answer lost, and the retry answered",
      strike: () => inTurn(lose, pass),
      read: { attempts: 2 },
      change: { attempts: 2, inDoubt: true },
      but: sameAgain,
    },
  ],
};
