import { serviceTypeName } from "@tsunagi/standard";

/** The name of a service type; its code, where it is not known. */
export function serviceTypeText(serviceType: string): string {
  return serviceTypeName(serviceType) ?? `種類${serviceType}`;
}

/**
 * What a service code is called on a form. There is no table of codes that all may use: the name of the service type
 * and the code say it.
 */
export function serviceCodeText(serviceCode: string): string {
  return `${serviceTypeText(serviceCode.slice(0, 2))} ${serviceCode}`;
}

/** `0930` as 9:30; 9999, a service without a time, as nothing. */
export function timeText(time: string): string {
  return time === "9999" ? "" : `${Number(time.slice(0, 2))}:${time.slice(2)}`;
}
