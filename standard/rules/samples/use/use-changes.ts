/** A service without times of day. */
export const noTimes: { readonly startTime: string; readonly endTime: string } = {
  startTime: "9999",
  endTime: "9999",
};

/** A row of another office than the receiver or sender. */
export const elsewhere: { readonly serviceOffice: string } = { serviceOffice: "1370000037" };

/** A subtotal outside the limit with nothing in it. */
export const emptyOutside: {
  readonly [Key in
    | "serviceCode"
    | "count"
    | "serviceUnits"
    | "managedUnits"
    | "limitWithinUnits"
    | "totalCost"
    | "claimedAmount"
    | "copay"]: string;
} = {
  serviceCode: "11EEEE",
  count: "0",
  serviceUnits: "0",
  managedUnits: "",
  limitWithinUnits: "0",
  totalCost: "0",
  claimedAmount: "0",
  copay: "0",
};
