/** From a little before now (clocks differ) for whole years. */
export function span(now: Date, length: number): { notBefore: Date; notAfter: Date } {
  return { notBefore: new Date(now.getTime() - 300_000), notAfter: yearsAfter(now, length) };
}

export function yearsAfter(day: Date, length: number): Date {
  const end = new Date(day);
  end.setUTCFullYear(end.getUTCFullYear() + length);
  return end;
}
