import assert from "node:assert/strict";
import fc from "fast-check";
import { later, parseDuration } from "../../../../src/core/expiry/duration";
import { endOf, endProblem, endText, isEndAlready, readEnd } from "../../../../src/core/expiry/givenEnd";

const now = Date.parse("2026-11-25T17:30:00.000Z");

function iso(value: unknown): string {
  const read = readEnd(value, now);
  return read.ok ? new Date(endOf(read.value, now)).toISOString() : (read.failure.field ?? "");
}

describe("expires", () => {
  const known = {
    PT1H: "2026-11-25T18:30:00.000Z",
    PT90M: "2026-11-25T19:00:00.000Z",
    PT1S: "2026-11-25T17:30:01.000Z",
    P1D: "2026-11-26T17:30:00.000Z",
    P1DT12H: "2026-11-27T05:30:00.000Z",
    P2W: "2026-12-09T17:30:00.000Z",
    P1M: "2026-12-25T17:30:00.000Z",
    P3M: "2027-02-25T17:30:00.000Z",
    P1Y: "2027-11-25T17:30:00.000Z",
    P1Y2M3W4DT5H6M7S: "2028-02-19T22:36:07.000Z",
    P7Y1D: "2033-11-26T17:30:00.000Z",
    PT0H1S: "2026-11-25T17:30:01.000Z",
    "2026-11-25T18:30:00Z": "2026-11-25T18:30:00.000Z",
    "2026-11-25T18:30Z": "2026-11-25T18:30:00.000Z",
    "2026-11-25T18:30:00.250Z": "2026-11-25T18:30:00.250Z",
    "2026-11-25T19:30:00+01:00": "2026-11-25T18:30:00.000Z",
    "2026-11-25T19:30:00+0100": "2026-11-25T18:30:00.000Z",
    "2026-11-25T19:30:00,5+01:00": "2026-11-25T18:30:00.500Z",
    "2026-11-25T17:00:00-02:00": "2026-11-25T19:00:00.000Z",
    "2026-11-25t18:30:00z": "2026-11-25T18:30:00.000Z",
    "2026-11-26T00:00:00Z": "2026-11-26T00:00:00.000Z",
    "2026-11-26T23:59:59Z": "2026-11-26T23:59:59.000Z",
    " PT1H ": "2026-11-25T18:30:00.000Z",
  };
  for (const [text, at] of Object.entries(known)) {
    it(`${text} is ${at}`, () => assert.equal(iso(text), at));
  }

  it("without a zone is this machine's own time", () => {
    assert.equal(iso("2026-12-24T18:30:00"), new Date(2026, 11, 24, 18, 30).toISOString());
  });

  const wrong = [
    ...["", " ", "P", "PT", "P1", "1H", "PT0S", "P0D", "-PT1H", "PT1.5H", "PT1H30", "pt1h", "P1H", "PT1D"],
    ...["tomorrow", "never", "1 hour", "3600", "2026-11-26", "18:30", "2026-11-26 18:30"],
    ...["x2026-11-26T18:30Z", "2026-11-26T18:30Zx", "2026-11-26T18:30:60Z", "2026-00-10T00:00:00Z"],
    ...["2026-11-00T00:00:00Z", "2026-11-26T18:30+1:00", "xPT1H", "PT1Hx", "P1W1Y", "P12345Y", "P1234567D"],
    ...["2026-02-30T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-26T24:00:00Z", "2026-11-26T18:60:00Z"],
    ...[
      "2026-11-26T18:30:00+25:00",
      "9999-12-31T23:59:59Z",
      "P9999Y",
      "2026-11-25T17:30:00Z",
      "2020-01-01T00:00Z",
    ],
    ...[7, true, {}, [], ["PT1H"], null, new Date(now + 1000)],
  ];
  for (const value of wrong) {
    it(`${JSON.stringify(value)} is refused`, () => assert.equal(iso(value), "expires"));
  }

  it("says what is wrong with it", () => {
    const message = (value: unknown) => {
      const read = readEnd(value, now);
      return read.ok ? "" : read.failure.message;
    };
    const form =
      "expires is to be a time or a duration of ISO 8601, 2026-11-27T18:00Z or PT1H. Nothing was sent";
    assert.equal(message("soon"), form);
    assert.equal(message(7), form);
    assert.equal(
      message("2026-11-25T17:30:00Z"),
      "expires is over already: 2026-11-25T17:30:00.000Z is before 2026-11-25T17:30:00.000Z, by AWS's clock. Nothing was sent",
    );
    assert.equal(message("P9999Y"), "expires is further away than any date. Nothing was sent");
  });

  it("goes as far as AWS's own dates", () => {
    const end = (text: string) => {
      const read = readEnd(text, now);
      return read.ok ? endProblem(read.value, now) : read.failure.message;
    };
    assert.equal(end("9999-12-31T00:00:00Z"), undefined);
    assert.match(end("9999-12-31T00:00:01Z") ?? "", /further away/);
  });

  it("is over a while after it was given, where AWS's clock says so", () => {
    const given = { kind: "at", at: now + 1 } as const;
    assert.equal(endProblem(given, now), undefined);
    assert.match(endProblem(given, now + 1) ?? "", /over already/);
  });

  it("is so already where it is the very moment, or none where there is none", () => {
    const at = { kind: "at", at: now } as const;
    const after = { kind: "after", duration: parseDuration("PT1H") ?? assert.fail(), text: "PT1H" } as const;
    assert.equal(isEndAlready(at, { at: now }), true);
    assert.equal(isEndAlready(at, { at: now + 1 }), false);
    assert.equal(isEndAlready(at, undefined), false);
    assert.equal(isEndAlready(after, { at: now + 3_600_000 }), false);
    assert.equal(isEndAlready(null, undefined), true);
    assert.equal(isEndAlready(null, { at: now }), false);
    assert.equal(endText(after), "PT1H");
  });

  it("has each part of a duration where it belongs", () => {
    const none = { years: 0, months: 0, days: 0, milliseconds: 0 };
    for (const [text, parts] of [
      ["P2Y", { years: 2 }],
      ["P3M", { months: 3 }],
      ["P4W", { days: 28 }],
      ["P5D", { days: 5 }],
      ["P1W1D", { days: 8 }],
      ["PT6H", { milliseconds: 21_600_000 }],
      ["PT7M", { milliseconds: 420_000 }],
      ["PT8S", { milliseconds: 8_000 }],
      ["PT1H1M1S", { milliseconds: 3_661_000 }],
    ] as const) {
      assert.deepEqual(parseDuration(text), { ...none, ...parts }, text);
    }
  });

  it("is written down as it was given, and read back as the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e10 }), (milliseconds) => {
        const text = new Date(now + milliseconds).toISOString();
        const read = readEnd(text, now);
        assert.equal(read.ok && endText(read.value), text);
        assert.equal(iso(text), text);
      }),
    );
  });

  it("ends a month at its last day", () => {
    const from = (text: string) => new Date(later(Date.parse(text), parseDuration("P1M") ?? assert.fail()));
    assert.equal(from("2027-01-31T12:00:00Z").toISOString(), "2027-02-28T12:00:00.000Z");
    assert.equal(from("2028-01-31T12:00:00Z").toISOString(), "2028-02-29T12:00:00.000Z");
  });
});
