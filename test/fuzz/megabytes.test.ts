import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { failureOf } from "../../src/aws/failureOf";
import { checkAnswer } from "../../src/aws/http/checkAnswer";
import { LeftOut } from "../../src/aws/http/leaveOut";
import { proxyAddress } from "../../src/aws/http/proxyAddress";
import { refusalOf } from "../../src/aws/http/refusalOf";
import { Secrets } from "../../src/aws/secrets/secrets";
import { parseAccountId } from "../../src/core/accountId";
import { checkEc2SecurityGroupName } from "../../src/core/cacheSecurityGroups/ec2SecurityGroupName";
import { firstSentence } from "../../src/core/failures/failures";
import { parseQuery } from "../../src/core/find/query";
import { historyCsv } from "../../src/core/formats/historyCsv";
import { historyText } from "../../src/core/formats/historyText";
import { shellWords } from "../../src/core/formats/shellWords";
import { textParam } from "../../src/core/given/texts";
import { parseHistoryLine } from "../../src/core/history";
import { readSources } from "../../src/core/pasted/parseSources";
import { parseCidr } from "../../src/core/rules/cidr";
import { parsePorts } from "../../src/core/rules/ports";
import { isProtected } from "../../src/core/settings";
import { shownText } from "../../src/core/shownText";
import { secretsInFurtherLines, withoutSecretLines } from "../../src/profiles/furtherLines";
import { readSharedConfig } from "../../src/profiles/sharedConfig/read";
import { answer } from "../../src/sandbox/endpoint";
import { Faults } from "../../src/sandbox/faults";
import { formatRecord } from "../../src/sandbox/requestLog";
import { World } from "../../src/sandbox/world";
import { tooltip } from "../../src/tree/markdown";
import { cpuTime, leastOf, longestTurn } from "../support/cpuTime";

/** What each reader stays below, in milliseconds of CPU, or in yardsticks where the machine is slower. */
const allowed = 50;

const size = 1_000_000;
const beginning = 50_000;
const filled = (part: string) => part.repeat(Math.ceil(size / part.length)).slice(0, size);
const numbered = (line: (at: number) => string) =>
  Array.from({ length: 60_000 }, (_, at) => line(at))
    .join("")
    .slice(0, size);

/** A megabyte of each, as bad as can be thought of. */
const megabytes: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      ...[
        "+",
        "%",
        "%41",
        "%C3%A9",
        " ",
        "\t",
        "\n",
        "\r\n",
        "a",
        "a ",
        "a=b\n",
        "[a]\n",
        "[a",
        "a =\n b=c\n",
      ],
      ...["=", ";", ";=", "\t=", "; ", "&", "&a=b", "<", "<a>", "<!--", "-->", "<!-- -->", "<?x?>", "&amp;"],
      ...[
        '"',
        '""',
        '"="',
        "'",
        "\\",
        '\\"',
        "`",
        "$(",
        "](",
        "*",
        ".",
        ". ",
        "/",
        "1",
        "1.1",
        "::",
        "{",
        "[",
        '{"a":',
      ],
      ...["\u202e", "\u200b", "\u0000", "\u009b", "é", "\ud800", "😀", "\ufeff", "\n ", "a\n ", "AbCdEf/+"],
    ].map((part) => [JSON.stringify(part), filled(part)]),
  ),
  "numbered settings": `[p]\n${numbered((at) => `k${at} = v\n`)}`.slice(0, size),
  "numbered sections": numbered((at) => `[p${at}]\na=b\n`),
  "settings for all sections":
    `[DEFAULT]\n${numbered((at) => (at < 300 ? `d${at}=1\n` : `[p${at}]\n`))}`.slice(0, size),
  "a sub-section": `[profile p]\ns =\n${filled("  a = b\n")}`.slice(0, size),
  "parameters of a form": numbered((at) => `Filter.${at}.Name=b&`),
  "secrets in further lines": `[profile p]\nregion = a\n${numbered((at) => ` secret=x${at}\n`)}`.slice(
    0,
    size,
  ),
  brackets: "[".repeat(size / 2) + "]".repeat(size / 2),
};

const secrets = new Secrets();
secrets.add(`IQoJb3JpZ2luX2Vj${"AbCdEf/+x".repeat(100)}`);
const call = {
  operation: { service: "elasticache", action: "DescribeCacheSecurityGroups", writes: true },
  profile: "dev",
  region: "us-west-2",
  redact: (text: string) => secrets.redact(text),
} as const;
const endpoint = {
  world: new World({ data: "demo", settleMs: 10 }),
  faults: new Faults(),
  clock: () => 0,
  calendar: Date.now,
};
const sandbox = (body: string) =>
  formatRecord(
    answer(endpoint, { method: "POST", path: "/", query: "", headers: new Map(), body: Buffer.from(body) })
      .record,
  );
const answered = (text: string) => ({ status: 400, headers: {}, body: Buffer.from(text) });
/** The text in all that an entry has, a piece in each. */
const entryOf = (whole: string) => {
  const text = whole.slice(0, whole.length / 7);
  return {
    ...{ time: text, target: { profile: text, region: text }, caller: text, action: text, what: { a: text } },
    ...({ outcome: "done", requestId: text } as const),
  };
};
const error = (message: string) =>
  Object.assign(new Error(message), {
    ...{ name: message, Code: "InvalidParameterValue", $fault: "client" },
    $metadata: { httpStatusCode: 400, requestId: message },
  });

/** Whoever reads text from outside at once. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  "the check of an answer": (text) =>
    checkAnswer(answered(`<ErrorResponse>${text}</ErrorResponse>`), "xml", "DescribeCacheSecurityGroups"),
  "the code of an answer in JSON": (text) => refusalOf(answered(text), "json"),
  "what is left out of an answer": (text) => [new LeftOut(["tagSet"]).push(Buffer.from(`<tagSet>${text}`))],
  "an error's words, code and request id": (text) => failureOf(error(text), call),
  "a failure's first sentence": (text) => firstSentence(text, ["a.b"]),
  "a name as it is shown": shownText,
  "a tooltip": (text) => tooltip(text, ["Description", text]),
  "a line of the journal": parseHistoryLine,
  "the history as CSV": (text) => historyCsv([entryOf(text)]),
  "the history as text": (text) => historyText([entryOf(text)]),
  "a command line": shellWords,
  "a secret that somebody gives out, and a text with some of it": (text) => {
    const given = new Secrets();
    given.add(text);
    return [given.redact(text.slice(0, 8_192)), given.redact("aA1".repeat(2_700))];
  },
  "a setting that goes on in further lines": (text) => [
    secretsInFurtherLines(text),
    withoutSecretLines(text),
  ],
  "the address of a proxy": (text) => proxyAddress(text, "http.proxy"),
  "what is looked for": parseQuery,
  "a name in what a caller gives": (text) => textParam({ name: text }, "name"),
  "a protected profile's name": (text) =>
    isProtected(
      {
        profiles: [],
        regions: {},
        readOnly: false,
        protectedProfiles: ["*a*b*=*", "prod*"],
        requestTimeout: 1,
        processTimeout: 1,
        settleTimeout: 1,
      },
      text,
    ),
  "an account number": parseAccountId,
  "a group's name": checkEc2SecurityGroupName,
  "a block of addresses": parseCidr,
  "a range of ports": parsePorts,
  "a body that the sandbox is sent": sandbox,
  "an action that the sandbox is asked for": (text) => sandbox(`Action=${text}&Version=2015-02-02`),
};

describe("a megabyte from outside", function () {
  this.timeout(120_000);

  for (const [what, read] of Object.entries(readers)) {
    it(`holds nobody up as ${what}`, async () => {
      const over: string[] = [];
      for (const [of, text] of Object.entries(megabytes)) {
        const taking = (part: string) =>
          leastOf(allowed, () =>
            cpuTime(() => {
              try {
                read(part);
              } catch {
                // Refusing it is an answer.
              }
            }),
          );
        // What looks at each character again and again is told from here: it never comes to a megabyte's end.
        const begun = await taking(text.slice(0, beginning));
        const taken = begun < allowed ? await taking(text) : begun;
        over.push(...(taken < allowed ? [] : [`${taken} ms of ${of}`]));
      }
      assert.deepEqual(over, []);
    });
  }

  it("holds nobody up as the AWS files", async () => {
    const home = await mkdtemp(path.join(tmpdir(), "elasticache-access-"));
    const environment = {
      AWS_CONFIG_FILE: path.join(home, "c"),
      AWS_SHARED_CREDENTIALS_FILE: path.join(home, "k"),
    };
    const over: string[] = [];
    // What is one long line is read at once; what is many comes in turns.
    const files = Object.entries(megabytes).filter(([, text]) => /[\n[]/.test(text));
    for (const [of, text] of files) {
      await writeFile(environment.AWS_CONFIG_FILE, text);
      await writeFile(environment.AWS_SHARED_CREDENTIALS_FILE, "");
      const taken = await leastOf(allowed, () => longestTurn(() => readSharedConfig({ environment, home })));
      over.push(...(taken < allowed ? [] : [`${taken} ms of ${of}`]));
    }
    assert.deepEqual(over, []);
    await rm(home, { recursive: true });
  });

  it("holds nobody up as a pasted list", async () => {
    const over: string[] = [];
    for (const [of, text] of Object.entries(megabytes)) {
      const taken = await leastOf(allowed, () => longestTurn(() => readSources(text)));
      over.push(...(taken < allowed ? [] : [`${taken} ms of ${of}`]));
    }
    assert.deepEqual(over, []);
  });
});
