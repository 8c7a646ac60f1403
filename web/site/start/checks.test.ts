import { describe, expect, it } from "vitest";
import { checkBrowser, checkCalendar, checkClock, checkPdf, checkTerminal } from "./checks.ts";

const windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)";
const chrome = `${windows} Chrome/140.0.0.0 Safari/537.36`;

describe("the terminal", () => {
  it("is good with Edge or Chrome on Windows", () => {
    expect(checkBrowser(chrome)).toMatchObject({ standing: "good" });
    expect(checkBrowser(`${chrome} Edg/140.0.0.0`).says).toContain("Edge");
    expect(checkTerminal(chrome).standing).toBe("good");
  });

  it("is doubtful with another browser, on a phone, or on another system", () => {
    expect(checkBrowser("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Firefox/140.0").standing).toBe(
      "warn",
    );
    expect(checkBrowser(`${chrome} OPR/100.0`).standing).toBe("warn");
    expect(checkTerminal("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)").standing).toBe(
      "warn",
    );
    expect(checkTerminal("Mozilla/5.0 (X11; Linux x86_64)").standing).toBe("warn");
  });

  it("is too old with Windows 7", () => {
    expect(checkTerminal("Mozilla/5.0 (Windows NT 6.1) Chrome/109.0").standing).toBe("bad");
  });

  it.each([
    [30, "good", "合っています"],
    [-120, "warn", "2分遅れて"],
    [600, "bad", "10分進んで"],
    [-7200, "bad", "2時間ほど遅れて"],
  ])("has a clock that is off by %d seconds: %s", (seconds, standing, says) => {
    const theirs = new Date("2026-11-23T00:00:00Z");
    const checked = checkClock(new Date(theirs.getTime() + seconds * 1000), theirs);
    expect(checked.standing).toBe(standing);
    expect(checked.says).toContain(says);
  });

  it("wants the Western calendar and a viewer for PDF", () => {
    expect([checkCalendar("gregory").standing, checkCalendar("japanese").standing]).toEqual([
      "good",
      "warn",
    ]);
    expect([checkPdf(true).standing, checkPdf(undefined).standing]).toEqual(["good", "warn"]);
  });
});
