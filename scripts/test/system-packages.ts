import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";

/** What the test needs from the system besides Node: the Debian packages that bring it, and how to tell it is there. */
interface SystemNeed {
  readonly what: string;
  readonly packages: readonly string[];
  readonly present: () => boolean;
}

const testNeeds: readonly SystemNeed[] = [
  {
    what: "OpenSSL 3 (checks what we seal)",
    packages: ["openssl"],
    present: () => spawnSync("openssl", ["version"]).status === 0,
  },
  {
    what: "the tools of NSS (Chrome and Firefox take our certificates in)",
    packages: ["libnss3-tools"],
    present: () => spawnSync("pk12util", ["-H"]).error === undefined,
  },
  {
    what: "PostgreSQL 15 or later (the centre on a server of its own)",
    packages: ["postgresql"],
    present: () => postgresBinaries() !== undefined,
  },
  {
    what: "Chromium (the browser test)",
    packages: ["chromium"],
    present: () => chromiumPath() !== undefined,
  },
  {
    what: "Japanese fonts (the screenshots)",
    packages: ["fonts-noto-cjk"],
    present: () =>
      spawnSync("fc-list", [":lang=ja"], { encoding: "utf8" }).stdout?.trim().length > 0,
  },
];

/** What the standby test needs besides. */
export const standbyNeeds: readonly SystemNeed[] = [
  {
    what: "PostgreSQL 15 or later (the primary and its standbys)",
    packages: ["postgresql"],
    present: () => postgresBinaries() !== undefined,
  },
  ...[
    { program: "patroni", debian: "patroni" },
    { program: "etcd", debian: "etcd-server" },
    { program: "haproxy", debian: "haproxy" },
  ].map(({ program, debian }) => ({
    what: `${program} (a standby takes over)`,
    packages: [debian],
    present: () => spawnSync(program, ["--version"]).error === undefined,
  })),
];

/** Folder of the newest PostgreSQL server's programs (15 or later) as Debian places them. */
export function postgresBinaries(): string | undefined {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return undefined;
  const versions = readdirSync(root)
    .map(Number)
    .filter((version) => version >= 15);
  const folders = versions.sort((a, b) => a - b).map((version) => `${root}/${version}/bin`);
  return folders.find((folder) => existsSync(`${folder}/initdb`));
}

/** Path of Chromium or Chrome; `CHROMIUM_PATH` names another. */
export function chromiumPath(): string | undefined {
  const places = [
    process.env["CHROMIUM_PATH"],
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ];
  return places.find((place) => place !== undefined && existsSync(place));
}

/**
 * Installs what is absent where that may be done (as root, or by sudo without a password, on Debian and its
 * relatives). Returns what is still missing, each with the command that installs it by hand.
 */
export function installSystemPackages(needs: readonly SystemNeed[] = testNeeds): readonly string[] {
  const absent = needs.filter((need) => !need.present());
  if (absent.length === 0) return [];
  const packages = absent.flatMap((need) => need.packages);
  const asRoot = rootPrefix();
  if (asRoot) {
    console.log(`Installing ${packages.join(", ")} with apt-get …`);
    const [first = "env", ...rest] = asRoot;
    const apt = (...args: string[]) =>
      spawnSync(first, [...rest, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", ...args], {
        stdio: ["ignore", "ignore", "inherit"],
      });
    apt("update");
    apt("install", "-y", "--no-install-recommends", ...packages);
  }
  return missingSystemPackages(needs);
}

/** As `installSystemPackages` says it, with nothing installed. */
export function missingSystemPackages(needs: readonly SystemNeed[]): readonly string[] {
  return needs.filter((need) => !need.present()).map(byHand);
}

function byHand({ what, packages }: SystemNeed): string {
  return `${what} is missing. Install it by hand: sudo apt-get install ${packages.join(" ")}`;
}

/** The words to put before a command so that it runs as root; undefined where that is not allowed. */
function rootPrefix(): readonly string[] | undefined {
  if (spawnSync("apt-get", ["--version"]).status !== 0) return undefined;
  if (process.getuid?.() === 0) return ["env"];
  return spawnSync("sudo", ["-n", "true"]).status === 0 ? ["sudo", "-n", "env"] : undefined;
}
