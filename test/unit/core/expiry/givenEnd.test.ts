import assert from "node:assert/strict";
import fc from "fast-check";
import { later, parseDuration } from "../../../../src/core/expiry/duration";
import { endOf, endText, readEnd } from "../../../../src/core/expiry/givenEnd";

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
    "2026-11-25T18:30:00Z": "2026-11-25T18:30:00.000Z",
    "2026-11-25T18:30Z": "2026-11-25T18:30:00.000Z",
    "2026-11-25T18:30:00.250Z": "2026-11-25T18:30:00.250Z",
    "2026-11-25T19:30:00+01:00": "2026-11-25T18:30:00.000Z",
    "2026-11-25T19:30:00+0100": "2026-11-25T18:30:00.000Z",
    "2026-11-25T19:30:00,5+01:00": "2026-11-25T18:30:00.500Z",
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
