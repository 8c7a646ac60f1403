import encodeQR from "qr";
import type { ReactNode } from "react";
import { darkSquares } from "./dark-squares.ts";

/** Squares of white that a reader needs around the code (ISO/IEC 18004). */
const border = 4;

/** A QR code, drawn here: what it says goes nowhere. */
export function QrCode({
  text,
  label,
}: {
  readonly text: string;
  readonly label: string;
}): ReactNode {
  const squares = encodeQR(text, "raw", { border, ecc: "medium" });
  const size = squares.length;
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={darkSquares(squares)} fill="#000" />
    </svg>
  );
}
