import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { Secrets } from "../../../../src/aws/secrets/secrets";
import { takesAtMost } from "../../../support/cpuTime";

const key = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const token = `IQoJb3JpZ2luX2Vj${randomBytes(660).toString("base64")}`;

/** As a secret may be written by whoever repeats it. */
const writings: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "percent-encoded": encodeURIComponent,
  "percent-encoded in small letters": (text) =>
    encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  "percent-encoded twice": (text) => encodeURIComponent(encodeURIComponent(text)),
  "percent-encoded, every character": (text) =>
    [...text].map((character) => `%${character.charCodeAt(0).toString(16)}`).join(""),
  "in JSON, slashes escaped": (text) => JSON.stringify(text).replaceAll("/", "\\/"),
  "in JSON within JSON, slashes escaped": (text) =>
    JSON.stringify(JSON.stringify(text).replaceAll("/", "\\/")).slice(1, -1),
  "in JSON, every character": (text) =>
    [...text].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  "in XML": (text) => text.replaceAll("+", "&#43;").replaceAll("/", "&#x2F;"),
  "in small letters": (text) => text.toLowerCase(),
  "in capitals": (text) => text.toUpperCase(),
  "percent-encoded, in small letters all of it": (text) => encodeURIComponent(text).toLowerCase(),
  "in hexadecimals of capitals": (text) => Buffer.from(text.toUpperCase()).toString("hex").toUpperCase(),
  "in a program's escapes": (text) =>
    [...text].map((each) => `\\x${each.charCodeAt(0).toString(16)}`).join(""),
  "in base64 of two bytes a character": (text) => Buffer.from(text, "utf16le").toString("base64"),
  "in base64 of small letters": (text) => Buffer.from(text.toLowerCase()).toString("base64"),
  "in base64": (text) => Buffer.from(text).toString("base64"),
  "in base64, behind something": (text) => Buffer.from(`a:${text}`).toString("base64"),
  "in base64 of URLs": (text) => Buffer.from(`user:${text}`).toString("base64url"),
  "in hexadecimals": (text) => Buffer.from(text).toString("hex"),
};

/** In halves and thirds, each for itself. */
function cut(text: string): readonly string[] {
  const parts = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      text.slice(Math.round((at * text.length) / count), Math.round(((at + 1) * text.length) / count)),
    );
  return [text, ...parts(2), ...parts(3)];
}

describe("secrets in a text", () => {
  const secrets = new Secrets();
  secrets.addCredentials({ accessKeyId: "AKIAIOSFODNN7EXAMPLE", secretAccessKey: key, sessionToken: token });

  for (const [how, write] of Object.entries(writings)) {
    it(`are taken out ${how}, whole, in halves and in thirds`, () => {
      for (const secret of [key, token]) {
        for (const part of cut(secret)) {
          const written = write(part);
          for (const text of [
            written,
            `Value '${written}' at 'x' failed`,
            `a=${written}&b=c`,
            `x ${written}...`,
          ]) {
            const redacted = secrets.redact(text);
            assert.ok(!redacted.includes(written), `${redacted} of ${text}`);
            assert.match(redacted, /\[secret\]/);
          }
        }
      }
    });
  }

  const short = new Secrets();
  const passwords = ["hunter2-9", "tr0ub4dor&3xyz", "7-red-5-Green-3-blue", "Xk29-bTq71-Zm40-Lw8"];
  for (const password of passwords) {
    short.add(password);
  }
  for (const password of passwords) {
    it(`are short too: ${password}, and its halves where they can be told from words`, () => {
      const middle = Math.floor(password.length / 2);
      const halves = [password.slice(0, middle), password.slice(middle)].filter((half) => half.length >= 8);
      for (const part of [password, ...halves]) {
        for (const write of [writings["as it is"], writings["in small letters"], writings["in capitals"]]) {
          const written = write?.(part) ?? "";
          assert.equal(short.redact(`a ${written} b`), "a [secret] b", written);
        }
      }
    });
  }

  it("leave no end where they were cut beside what is escaped, or stand behind other digits", () => {
    const secret = "ljKcfeCL+8SaFyT9ZvjcQL/GlagX2zlME3dHTdXq";
    const known = new Secrets();
    known.add(secret);
    const part = secret.slice(4, 34);
    for (const text of [
      part.replaceAll("/", "\\/"),
      encodeURIComponent(part),
      `abc${Buffer.from(part).toString("hex")}def`,
    ]) {
      assert.equal(known.redact(`Value '${text}' at x`), "Value '[secret]' at x", text);
    }
  });

  it("do not hide where small letters are other characters: text around them stays", () => {
    assert.equal(secrets.redact(`İİİ ${key.toLowerCase()} ẞİ`), "İİİ [secret] ẞİ");
  });

  it("leave alone what is none: codes, ids, names and the words of AWS", () => {
    for (const text of [
      "User: arn:aws:iam::111122223333:user/jane is not authorized to perform: elasticache:Describe",
      "817fa999-3647-11e0-ae57-f96cfe56749c",
      "elasticache DescribeCacheSecurityGroups prod/us-west-2: 200, 1 attempt, 35 ms, 817fa999-3647-11e0",
      "CacheSecurityGroupNotFound",
      "Value 'AKIAIOSFODNN7EXAMPLE' 100% of 50%25 \\n &amp; IQoJb3J",
    ]) {
      assert.equal(secrets.redact(text), text);
    }
  });

  it("leave the names of the sandbox's profiles alone, which its keys begin with", () => {
    const sandbox = new Secrets();
    sandbox.add("sandbox-classic-opens-nothing-EXAMPLEKEY");
    assert.equal(sandbox.redact("sandbox-classic/us-west-2"), "sandbox-classic/us-west-2");
    assert.equal(sandbox.redact("sandbox-classic-opens-nothing-EXAMPLEKEY"), "[secret]");
  });

  it("are MFA codes too, where they are no part of another number", () => {
    const mfa = new Secrets();
    mfa.addCode("123456");
    assert.equal(mfa.redact("TokenCode=123456 of 123456781234"), "TokenCode=[secret] of 123456781234");
  });

  it("are found in no more time for a thousand of them than for one", () => {
    const many = new Secrets();
    for (let at = 0; at < 400; at++) {
      many.add(`IQoJb3JpZ2luX2Vj${randomBytes(600).toString("base64")}`);
    }
    const line =
      "elasticache DescribeCacheSecurityGroups prod/us-west-2: 200, 1 attempt, 35 ms, 817fa999-3647-11e0-ae57-f96cfe56749c";
    const worst = "IQoJb3JpZ2luX2Vj".repeat(512);
    many.redact(line);
    takesAtMost(50, () => {
      for (let times = 0; times < 100; times++) {
        many.redact(line);
      }
    });
    takesAtMost(50, () => many.redact(worst));
  });

  it("are found in no time, whatever somebody gives out as one", () => {
    for (const part of ["a", "ab", "aaaaaaB", "aA1", randomBytes(20_000).toString("base64")]) {
      const secret = part.repeat(Math.ceil(1_000_000 / part.length));
      let odd = new Secrets();
      takesAtMost(
        50,
        () => {
          odd = new Secrets();
          odd.add(secret);
        },
        part.slice(0, 10),
      );
      for (const text of [secret, "a".repeat(8_192), "aB1a".repeat(2_048)].map((each) =>
        each.slice(0, 8_192),
      )) {
        takesAtMost(50, () => odd.redact(text), `${part.slice(0, 10)}, ${text.slice(0, 10)}`);
      }
      assert.equal(odd.redact(secret.slice(0, 8_192)), "[secret]");
    }
  });
});
