import { expect, it } from "vitest";
import { pastedPath, placeOf } from "./paths.ts";

it("takes a path as Windows copies it", () => {
  expect(pastedPath(' "E:\\つなぎの控え" ')).toBe("E:\\つなぎの控え");
  expect(pastedPath("/media/usb")).toBe("/media/usb");
});

it("knows the folder that a backup was put into", () => {
  expect(placeOf("E:\\控え\\tsunagi-1370000011-20261123143000")).toBe("E:\\控え");
  expect(placeOf("/media/usb/tsunagi-1370000011-20261123143000")).toBe("/media/usb");
  expect(placeOf("E:\\tsunagi-1370000011-20261123143000")).toBe("E:\\");
  expect(placeOf("/tsunagi-1370000011-20261123143000")).toBe("/");
});
