import assert from "node:assert/strict";
import {
  type Authentication,
  asksNobody,
  authenticationOf,
  authWords,
} from "../../../../src/core/caches/authentication";
import type { ThreeValued } from "../../../../src/core/threeValued";

const withUsers = (...groups: readonly ThreeValued[]) =>
  authenticationOf(
    false,
    groups.map((letsAnybodyIn, index) => ({ id: `app${index}`, letsAnybodyIn })),
  );

describe("who a cache asks its clients to be", () => {
  const answers: readonly (readonly [Authentication, ThreeValued, RegExp])[] = [
    [authenticationOf(false, []), "yes", /^no AUTH$/],
    [authenticationOf(true, []), "no", /^AUTH token$/],
    [{ kind: "iam" }, "no", /elasticache:Connect/],
    [{ kind: "notKnown" }, "notKnown", /^not known$/],
    [withUsers("no"), "no", /^user group app0$/],
    [withUsers("yes"), "yes", /^user group app0, whose default user needs no password: no AUTH$/],
    [withUsers("notKnown"), "notKnown", /default user needs a password is not known/],
    [withUsers("no", "yes"), "yes", /^user group app0, user group app1, whose default/],
    [withUsers("no", "notKnown"), "notKnown", /app1 \(whether/],
  ];
  for (const [authentication, nobody, words] of answers) {
    it(`is said of ${JSON.stringify(authentication)}`, () => {
      assert.equal(asksNobody(authentication), nobody);
      assert.match(authWords(authentication), words);
    });
  }
});
