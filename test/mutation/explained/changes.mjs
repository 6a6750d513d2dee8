export const explained = [
  {
    file: "listScan.ts",
    code: '"base64url"',
    why: "A digest is compared with others of its kind alone, in whichever letters all of them are written.",
  },
  {
    file: "versions.ts",
    within: 'const [time = "0", id = "0", fingerprint = ""]',
    code: ['"0"', '""'],
    why: "Every part of a chunk has all three: it was packed here, or checked when it came back.",
  },
  {
    file: "listScan.ts",
    within: 'last: tied.again ? "" : last',
    code: '""',
    why: "Any text that is the digest of no page makes the next page another one.",
  },
  {
    file: "window.ts",
    code: "ids.size > 0",
    why: "Without ids nothing is found; the condition spares the work of unpacking.",
  },
  {
    file: "window.ts",
    within: ".flatMap((chunk) => (chunk.newest >= since",
    code: ["chunk.newest >= since", "[]"],
    why: "The filter behind it drops what is older; the condition spares the work of unpacking.",
  },
  {
    file: "window.ts",
    code: "emitted.shift()?.count",
    why: "The types ask: while more are remembered than may be, there is a chunk.",
  },
];
