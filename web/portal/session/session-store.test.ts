import type { OfficeSession } from "@tsunagi/contract/exchange";
import { expect, it } from "vitest";
import {
  forgetAll,
  forgetSession,
  storedSession,
  storeSession,
  type TabStorage,
} from "./session-store.ts";

function tab(): TabStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    clear: () => {
      kept.clear();
    },
  };
}

const session: OfficeSession = {
  token: "t0",
  expiresAt: "2026-11-23T06:00:00.000Z",
  office: { number: "1370000011", name: "つなぎ居宅介護支援事業所" },
  passwordChangeRequired: false,
};
const now = new Date("2026-11-23T05:59:59.000Z");

it("keeps the session for the tab until it runs out", () => {
  const store = tab();
  storeSession(store, session);
  expect(storedSession(store, now)).toEqual(session);
  expect(storedSession(store, new Date(session.expiresAt))).toBeUndefined();
  expect(storedSession(store, now)).toBeUndefined();
});

it("keeps that of a corporation as well", () => {
  const store = tab();
  const { office: _none, ...rest } = session;
  const ofCorporation = { ...rest, corporation: { number: "8990000000001", name: "見本福祉会" } };
  storeSession(store, ofCorporation);
  expect(storedSession(store, now)).toEqual(ofCorporation);
});

it("takes what it cannot read for none", () => {
  const store = tab();
  store.setItem("tsunagi-office-session", '{"token":1}');
  expect(storedSession(store, now)).toBeUndefined();
  store.setItem("tsunagi-office-session", "{");
  expect(storedSession(store, now)).toBeUndefined();
});

it("keeps a draft when the session has run out", () => {
  const store = tab();
  storeSession(store, session);
  store.setItem("draft", "{}");
  forgetSession(store);
  expect([storedSession(store, now), store.getItem("draft")]).toEqual([undefined, "{}"]);
});

it("forgets everything on leaving", () => {
  const store = tab();
  storeSession(store, session);
  store.setItem("draft", "{}");
  forgetAll(store);
  expect([storedSession(store, now), store.getItem("draft")]).toEqual([undefined, null]);
});
