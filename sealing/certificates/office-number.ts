/** 事業所番号: ten digits or capital letters. */
export const isOfficeNumber = (text: string): boolean => /^[0-9A-Z]{10}$/.test(text);
