/**
 * What the page may still do once it is loaded: run its worker and draw pictures, both out of itself. It may fetch
 * nothing any more, not even from where it came. A policy once in force cannot be loosened by any script.
 */
const lockedPolicy = "default-src 'none'; worker-src blob:; img-src blob: data:";

/** Forbids the page every request, as soon as all its parts have arrived. */
export function lockOnceLoaded(): void {
  if (document.readyState === "complete") lock();
  else window.addEventListener("load", lock, { once: true });
}

function lock(): void {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = lockedPolicy;
  document.head.append(policy);
}
