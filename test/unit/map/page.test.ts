import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { mapHtml } from "../../../src/map/mapHtml";

const folder = "src/map/page";
const files = {
  script: "https://files.test/mapPage.js",
  style: "https://files.test/mapPage.css",
  source: "https://files.test",
};

describe("the page of the map", () => {
  it("may run its own script, once, and load nothing but its style", () => {
    const html = mapHtml(files);
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? assert.fail(html);
    const nonce = /script-src 'nonce-([\w-]{24})'/.exec(policy)?.[1] ?? assert.fail(policy);
    assert.equal(
      policy,
      `default-src 'none'; style-src https://files.test; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`,
    );
    assert.equal(html.match(/<script/g)?.length, 1);
    assert.ok(html.includes(`<script nonce="${nonce}" src="${files.script}">`));
    assert.ok(!mapHtml(files).includes(nonce), "another one each time");
  });

  it("reads no text as HTML or as a program", () => {
    const sources = readdirSync(folder).filter((file) => file.endsWith(".ts"));
    assert.ok(sources.length > 8, "there are some");
    const wrong = sources.filter((file) =>
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\b|new Function|setHTML/.test(
        readFileSync(path.join(folder, file), "utf8"),
      ),
    );
    assert.deepEqual(wrong, []);
  });
});
