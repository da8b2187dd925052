import assert from "node:assert/strict";
import { posixCommandLine } from "../../../../src/core/formats/cli";
import { powerShellLine } from "../../../../src/core/formats/powerShell";
import { parseSources, readSources } from "../../../../src/core/pasted/parseSources";

/** The sources as `owner/name`, and the problems as `line: message`. */
function read(text: string) {
  const { sources, problems } = parseSources(text);
  return {
    sources: sources.map((each) => `${each.ec2SecurityGroupOwnerId}/${each.ec2SecurityGroupName}`),
    problems: problems.map(({ line, message }) => `${line}: ${message}`),
  };
}

const one = "565419523791";
const two = "123456781234";

describe("pasted sources", () => {
  for (const [line, source] of [
    [`web ${one}`, `${one}/web`],
    [`  web \t ${one}  `, `${one}/web`],
    [`web servers ${one}`, `${one}/web servers`],
    [`${one} web servers`, `${one}/web servers`],
    ["web 5654-1952-3791", `${one}/web`],
    ["web 5654 1952 3791", `${one}/web`],
    [`${one}/web`, `${one}/web`],
    [`5654-1952-3791/a/b`, `${one}/a/b`],
    [`a/b ${one}`, `${one}/a/b`],
    [`web,${one}`, `${one}/web`],
    [`${one},web`, `${one}/web`],
    [`web , 5654-1952-3791 `, `${one}/web`],
    [`web;${one}`, `${one}/web`],
    [`web,${one},,`, `${one}/web`],
    [`a,b ${one}`, `${one}/a,b`],
    [`"a, ""b""",${one}`, `${one}/a, "b"`],
    [`" padded ",${one}`, `${one}/ padded `],
    [`web\t${one}`, `${one}/web`],
    [`two words\t${one}`, `${one}/two words`],
    [`"#web",${one}`, `${one}/#web`],
    ["web 000012345678", "000012345678/web"],
    [`{"EC2SecurityGroupName":"web","EC2SecurityGroupOwnerId":"${one}"}`, `${one}/web`],
    [`{"name":"web","owner":${one}}`, `${one}/web`],
  ] as const) {
    it(`are read from ${JSON.stringify(line)}`, () => {
      assert.deepEqual(read(line), { sources: [source], problems: [] });
    });
  }

  for (const [line, message] of [
    ["web", "The account number of the owner is missing"],
    [one, "The name of the EC2 security group is missing"],
    [`,${one}`, "The name of the EC2 security group is missing"],
    ["web,", "The account number of the owner is missing"],
    ["web 56541952379", "An account number has 12 digits; this has 11 digits"],
    ["web,5.65419E+11", "A spreadsheet has rounded this account number; format its column as text"],
    [
      "web AKIAIOSFODNN7EXAMPLE",
      "This is an access key ID, not an account number. An account number has 12 digits",
    ],
    [`${one} ${two}`, "There is more than one account number in this line; write one source on each"],
    [`web ${one}, batch ${two}`, "An account number has digits only, dashes and spaces aside"],
    [
      `${one},${two}`,
      "Both columns could be the account number; name them in a first line, such as name,owner",
    ],
    [
      "web 1234 5654 1952 3791",
      "It is not clear which digits are the account number; write its 12 without spaces",
    ],
    [
      `a,b,${one}`,
      "There are 3 columns; name them in a first line, such as name,owner, or quote a name that holds a comma",
    ],
    [`"web,${one}`, "A quote is not closed"],
    ["aws s3 ls", "An account number has digits only, dashes and spaces aside"],
    ['{"EC2SecurityGroupName":"web"}', "The account number of the owner is missing"],
    ['{"CacheSecurityGroups":[]}', "This JSON names no EC2 security group"],
    [`{"name":7,"owner":"${one}"}`, "The name of the EC2 security group is not text"],
    ['{"name":"web","owner":["1"]}', "The account number is not text"],
    ['{"name":"web","owner":1.5}', "An account number has digits only, dashes and spaces aside"],
    [
      "aws elasticache authorize-cache-security-group-ingress --ec2-security-group-name 'web",
      "A quote is not closed",
    ],
    [
      `aws elasticache authorize-cache-security-group-ingress --ec2-security-group-owner-id ${one}`,
      "The name of the EC2 security group is missing",
    ],
    [
      "aws elasticache authorize-cache-security-group-ingress --ec2-security-group-name web",
      "The account number of the owner is missing",
    ],
    [
      "aws elasticache authorize-cache-security-group-ingress --cli-input-json '[1]'",
      "The JSON of --cli-input-json cannot be read",
    ],
    [
      "aws elasticache describe-cache-security-groups --region us-west-2",
      "Only lines with authorize-cache-security-group-ingress name a source",
    ],
    [
      `aws elasticache revoke-cache-security-group-ingress --cli-input-json '{"EC2SecurityGroupName":"web","EC2SecurityGroupOwnerId":"${one}"}'`,
      "Only lines with authorize-cache-security-group-ingress name a source",
    ],
    [
      "aws elasticache authorize-cache-security-group-ingress --cli-input-json file://x.json",
      "The JSON of --cli-input-json cannot be read",
    ],
    [
      `aws elasticache authorize-cache-security-group-ingress --ec2-security-group-name file:///x --ec2-security-group-owner-id ${one}`,
      "The name is read from a file, which is not done here",
    ],
  ] as const) {
    it(`are refused in ${JSON.stringify(line)}: ${message}`, () => {
      assert.deepEqual(read(line), { sources: [], problems: [`1: ${message}`] });
    });
  }

  it("keep what is right among what is wrong, with the line of each mistake", () => {
    assert.deepEqual(read(`# the shop\nweb ${one}\n\nbatch\r\nweb ${two}\rcheckout 12\n`), {
      sources: [`${one}/web`, `${two}/web`],
      problems: [
        "4: The account number of the owner is missing",
        "6: An account number has 12 digits; this has 2 digits",
      ],
    });
  });

  it("count once what is named twice, in whatever form", () => {
    const parsed = parseSources(`web ${one}\n${one}/web\nweb,5654-1952-3791\nWeb ${one}`);
    assert.equal(parsed.sources.length, 2);
    assert.equal(parsed.repeated, 2);
  });

  it("are told apart by the headings of a table", () => {
    const sources = [`${one}/web`, `${two}/${one}`];
    assert.deepEqual(read(`\uFEFFName,Owner\nweb,${one}\n${one},${two}`), { sources, problems: [] });
    assert.deepEqual(read(`id;Account number;x;Group name\n1;${one};;web\n2;${two};;${one}\n`), {
      sources,
      problems: [],
    });
    assert.deepEqual(read(`name   owner\nweb ${one}`), { sources: [`${one}/web`], problems: [] });
    assert.deepEqual(read(`name,owner\nweb`), {
      sources: [],
      problems: ["2: The account number of the owner is missing"],
    });
  });

  it("are found in the SDK's and the CLI's JSON, with the line of each mistake", () => {
    const described = {
      CacheSecurityGroups: [
        {
          OwnerId: two,
          CacheSecurityGroupName: "mygroup",
          EC2SecurityGroups: [
            { Status: "authorized", EC2SecurityGroupName: 'we"b {', EC2SecurityGroupOwnerId: one },
            { Status: "authorized", EC2SecurityGroupName: "batch", EC2SecurityGroupOwnerId: "12" },
          ],
        },
      ],
    };
    assert.deepEqual(read(JSON.stringify(described, undefined, 2)), {
      sources: [`${one}/we"b {`],
      problems: ["12: An account number has 12 digits; this has 2 digits"],
    });
    const ec2 = {
      SecurityGroups: [
        {
          GroupName: "web",
          OwnerId: one,
          IpPermissions: [{ UserIdGroupPairs: [{ GroupName: "other", UserId: two }] }],
        },
      ],
    };
    assert.deepEqual(read(JSON.stringify(ec2)).sources, [`${one}/web`]);
  });

  it("are found among many, whatever stands beside them", () => {
    const many = Array.from({ length: 100 }, (_, at) => ({ name: `web-${at}`, owner: one, more: [[{}]] }));
    assert.equal(read(JSON.stringify(many)).sources.length, 100);
    assert.deepEqual(read(`web ${one}\n{}\n{"more":1}`), {
      sources: [`${one}/web`],
      problems: [
        "2: The account number of the owner is missing",
        "3: The account number of the owner is missing",
      ],
    });
  });

  it("are found in lines of JSON", () => {
    const line = (name: string) =>
      JSON.stringify({ EC2SecurityGroupName: name, EC2SecurityGroupOwnerId: one });
    assert.deepEqual(read(`${line("a")}\n${line("b")}\n`).sources, [`${one}/a`, `${one}/b`]);
  });

  it("say so when a text that begins like JSON is not", () => {
    const { sources, problems } = read('[\n  {"name": "web", "owner": "565419523791"},\n  {"name": oops}\n]');
    assert.deepEqual(
      { sources, problems },
      { sources: [], problems: ["1: This text begins like JSON, and is not"] },
    );
  });

  it("never quote a line: a clipboard may hold a password", () => {
    const { problems } = parseSources("correct horse battery staple\nhunter2\n{hunter3");
    assert.equal(problems.length, 3);
    assert.doesNotMatch(JSON.stringify(problems), /horse|hunter/);
  });

  describe("that Copy as AWS CLI gave", () => {
    const target = { profile: "dev", region: "us-west-2" };
    for (const name of [
      "web",
      "it's",
      "''",
      "' --debug '",
      'say "hi"',
      "`id`",
      "$HOME",
      "a\\b",
      'a","EC2SecurityGroupName":"evil',
      "file:///etc/hostname",
      "--debug",
      "naïve 名",
      " padded ",
    ]) {
      it(`are read back, whatever the name: ${name}`, () => {
        const call = {
          service: "elasticache",
          operation: "authorize-cache-security-group-ingress",
          input: {
            CacheSecurityGroupName: "mygroup",
            EC2SecurityGroupName: name,
            EC2SecurityGroupOwnerId: one,
          },
          target,
          endpoint: "http://127.0.0.1:1",
          environment: { AWS_ACCESS_KEY_ID: "AKIASANDBOX01EXAMPLE" },
        } as const;
        const { environment: _, ...plain } = call;
        const lines = [
          posixCommandLine(call),
          posixCommandLine(plain),
          powerShellLine(call),
          powerShellLine(plain),
        ];
        for (const line of lines) {
          assert.deepEqual(read(line), { sources: [`${one}/${name}`], problems: [] });
        }
      });
    }

    it("are read from the CLI's own options, over several lines", () => {
      const text = `aws elasticache authorize-cache-security-group-ingress \\
    --cache-security-group-name my-sec-grp \\
    --ec2-security-group-name "my ec2 sec grp" \\
    --ec2-security-group-owner-id=${one}
web
`;
      assert.deepEqual(read(text), {
        sources: [`${one}/my ec2 sec grp`],
        problems: ["5: The account number of the owner is missing"],
      });
    });

    it("are read in PowerShell's quotes", () => {
      const input = (name: string) =>
        JSON.stringify({ EC2SecurityGroupName: name, EC2SecurityGroupOwnerId: one });
      const command = "aws elasticache authorize-cache-security-group-ingress --cli-input-json";
      const seven = `${command} '${input('it\'s "x"').replaceAll("'", "''")}' --region us-west-2`;
      const five = `${command} '${input('say "hi"').replace(/(\\*)"/g, '$1$1\\"')}' --region us-west-2`;
      assert.deepEqual(read(seven).sources, [`${one}/it's "x"`]);
      assert.deepEqual(read(five).sources, [`${one}/say "hi"`]);
    });
  });

  it("keep an odd name, and say what is odd about it", () => {
    const { sources, warnings } = parseSources(`sg-0123456789abcdef0 ${one}`);
    assert.equal(sources.length, 1);
    assert.match(warnings[0]?.message ?? "", /security group ID/);
  });

  it("are read the same in turns as at once", async () => {
    const text = Array.from({ length: 3_000 }, (_, index) => `web-${index % 2_000} ${one}`).join("\n");
    const parsed = await readSources(`${text}\nwrong`);
    assert.deepEqual(parsed, parseSources(`${text}\nwrong`));
    assert.deepEqual([parsed.sources.length, parsed.repeated, parsed.problems.length], [2_000, 1_000, 1]);
  });

  it("are bounded: a line, a text, and the depth of JSON", () => {
    assert.match(read("a ".repeat(6_000)).problems.join(), /^1: This line is longer than 10 KB/);
    assert.deepEqual(read(`${"a ".repeat(6_000)}\nweb ${one}`).sources, [`${one}/web`]);
    assert.match(read("a\n".repeat(3_000_000)).problems.join(), /longer than 5 MB/);
    for (const deep of ["[".repeat(5_000) + "]".repeat(5_000), '{"a":'.repeat(5_000), "[".repeat(100_000)]) {
      assert.match(read(deep).problems.join(), /This JSON is nested deeper/);
    }
    assert.deepEqual(read(`${"[".repeat(20)}{"name":"web","owner":${one}}${"]".repeat(20)}`).sources, [
      `${one}/web`,
    ]);
  });

  it("number lines whichever way they end", () => {
    assert.deepEqual(
      read("a\rb\r\nc\n\rd").problems.map((each) => each.charAt(0)),
      ["1", "2", "3", "5"],
    );
    const json = '[\r\n{"name":"a","owner":1},\r{"name":"b","owner":1}]';
    assert.deepEqual(
      read(json).problems.map((each) => each.charAt(0)),
      ["2", "3"],
    );
  });
});
