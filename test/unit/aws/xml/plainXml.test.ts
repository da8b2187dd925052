import assert from "node:assert/strict";
import { plainXml } from "../../../../src/aws/xml/plainXml";
import { sdkXml as sdk } from "../../../support/sdkXml";

const list = `<?xml version="1.0" encoding="UTF-8"?>
<ListResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/">
    <requestId>817fa999-3647-11e0-ae57-f96cfe56749c</requestId>
    <groupSet>
        <item><groupId>sg-1</groupId><groupName>a name of more than twelve characters</groupName><tagSet/></item>
        <item><groupId>sg-2</groupId><groupName>R&amp;D &lt;new&gt; &quot;x&quot; &apos;y&apos;</groupName><tagSet></tagSet></item>
        <item><groupId> sg-3 </groupId><groupName>ünïcode ☃ 𝒳</groupName><tagSet>
        </tagSet></item>
    </groupSet>
    <nextToken/>
</ListResponse>
`;

describe("a plain XML document", () => {
  const read: Record<string, string> = {
    "a list, as EC2 writes it": list,
    "one line": '<R xmlns="x"><A><B>1</B></A></R>',
    "one child, two and three of a name": "<R><a>1</a><b><c/></b><b><c>1</c><c>2</c><c>3</c></b></R>",
    "an element whose name begins another's": "<R><Group><Groups>1</Groups></Group><Group>2</Group></R>",
    "the same tags in another order": "<R><i><a>1</a><b>2</b></i><i><b>1</b><a>2</a></i><i><a/></i></R>",
    "several attributes of the root": '<R a="1" b:c="2"><A>1</A></R>',
    "a text of spaces": "<R><A>   </A><B>\n  </B></R>",
    "what comes after the root": "<R><A>1</A></R><S/>",
  };
  for (const [name, xml] of Object.entries(read)) {
    it(`is read as the SDK reads it: ${name}`, () => {
      const plain = plainXml(xml);
      assert.notEqual(plain, undefined);
      assert.deepEqual(plain, sdk.of(xml));
    });
  }

  const left: Record<string, string> = {
    "attributes within": '<R><A b="1">2</A></R>',
    comments: "<R><!-- x --><A>1</A></R>",
    CDATA: "<R><A><![CDATA[<b>]]></A></R>",
    "a DOCTYPE": "<!DOCTYPE x><R><A>1</A></R>",
    "numeric entities": "<R><A>&#9731;</A></R>",
    "unknown entities": "<R><A>&nbsp;</A></R>",
    "text beside elements": "<R>x<A>1</A></R>",
    "text after elements": "<R><A>1</A>x</R>",
    "line breaks of Windows": "<R>\r\n<A>1</A></R>",
    "names that every object has": "<R><constructor>1</constructor><__proto__>2</__proto__></R>",
    "a processing instruction": "<R><?x y?><A>1</A></R>",
    "a tag with a space": "<R><A >1</A></R>",
    "text alone": "<R>1</R>",
    "another end": "<R><A>1</B></R>",
    "no end": "<R><A>1",
    "an end too many": "<R></A></R>",
    "half a tag": "<R><A",
    nothing: "",
    "no XML": "{}",
  };
  for (const [name, xml] of Object.entries(left)) {
    it(`is left to the SDK with ${name}`, () => {
      assert.equal(plainXml(xml), undefined);
    });
  }

  it("may be a page of any length, and deep", () => {
    const many = `<R>${"<A><B>text</B></A>".repeat(10_000)}</R>`;
    assert.deepEqual(plainXml(many), sdk.of(many));
    const deep = `<R>${"<A>".repeat(500)}1${"</A>".repeat(500)}</R>`;
    assert.deepEqual(plainXml(deep), sdk.of(deep));
  });
});
