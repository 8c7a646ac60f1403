import fontAddress from "@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf?url";

let asked = false;

/**
 * Has the browser load the font that the forms are drawn in. Until it is there, and where it does not come, they stand
 * in a font of the machine, squeezed to the same widths.
 */
export function loadPaperFont(): void {
  if (asked) return;
  asked = true;
  const font = new FontFace("BIZ UDGothic", `url(${fontAddress})`);
  document.fonts.add(font);
  font.load().catch(() => {
    document.fonts.delete(font);
    asked = false;
  });
}
