/** The arrows between the rooms, as docs/architecture.md draws them. A broken arrow fails `npm test`. */
const rooms = [
  "standard",
  "forms",
  "sealing",
  "contract",
  "center",
  "client",
  "web",
  "e2e",
  "samples",
  "bench",
];

/** A room may import its own files and the rooms named here, nothing else of the house. */
const mayKnow = {
  standard: [],
  forms: ["standard"],
  sealing: [],
  contract: [],
  center: ["contract", "sealing"],
  client: ["contract", "sealing", "standard", "forms", "samples"],
  web: ["contract", "standard", "forms"],
  samples: ["standard"],
};

/** The client is tested against a real centre, which client/testing starts. */
const tests = { client: "^client/testing/" };

const arrows = Object.entries(mayKnow).map(([room, known]) => ({
  name: `${room}-knows-only-${known.join("-and-") || "itself"}`,
  severity: "error",
  from: { path: `^${room}/`, ...(tests[room] && { pathNot: tests[room] }) },
  to: {
    path: `^(${rooms.filter((other) => other !== room && !known.includes(other)).join("|")})/`,
  },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: "center-cannot-open-a-message",
      comment:
        "The promise of the product: nothing in center/ reaches the opening half of sealing/.",
      severity: "error",
      from: { path: "^center/", pathNot: "\\.test\\.ts$" },
      to: { path: "^sealing/open(/|\\.ts)", reachable: true },
    },
    {
      name: "standard-contract-and-forms-run-in-the-browser",
      comment: "Only forms/pdf needs Node.",
      severity: "error",
      from: {
        path: "^(standard|contract|forms)/",
        pathNot: "(\\.test\\.ts|/scripts/|^forms/pdf/)",
      },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pages-do-not-write-pdf",
      severity: "error",
      from: { path: "^(web|forms)/", pathNot: "^forms/pdf/" },
      to: { path: "^forms/pdf/" },
    },
    {
      name: "the-second-reader-knows-nobody",
      comment: "It checks what the house writes: what it shared with the house it could not check.",
      severity: "error",
      from: { path: "^e2e/second-reader/" },
      to: { path: `^(${rooms.join("|")})/`, pathNot: "^e2e/second-reader/" },
    },
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
