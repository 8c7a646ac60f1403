import { useEffect, useState } from "react";

/** Seconds that are left, counted down once a second from `seconds`, anew with each `round`. */
export function useCountdown(seconds: number, round: number): number {
  const [left, setLeft] = useState(seconds);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round begins anew
  useEffect(() => {
    setLeft(seconds);
    const timer = setInterval(() => {
      setLeft((before) => Math.max(0, before - 1));
    }, 1000);
    return () => {
      clearInterval(timer);
    };
  }, [seconds, round]);
  return left;
}
