// Plain JavaScript: it runs in the page that compares pictures, not in Node.

/**
 * How dark each square of a picture is, 0 to 1, row by row.
 * @param {{ png: string, square: number }} picture its bytes in base64, and the side of the squares in dots
 */
globalThis.inkOf = async ({ png, square }) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const columns = Math.ceil(width / square);
  const ink = Array.from({ length: columns * Math.ceil(height / square) }, () => 0);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const dot = (y * width + x) * 4;
      const light = (data[dot] + data[dot + 1] + data[dot + 2]) / 765;
      const at = Math.floor(y / square) * columns + Math.floor(x / square);
      ink[at] += (1 - light) / square ** 2;
    }
  }
  return { width, height, ink };
};

/**
 * The page of a PDF as its viewer shows it, without what is around it, in given dots.
 * @param {{ png: string, width: number, height: number }} shown a picture of the viewer: white paper on a dark ground
 * @returns {Promise<string>} PNG in base64; empty where no paper is seen yet
 */
globalThis.paperIn = async ({ png, width, height }) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const isPaper = (x, y) => context.getImageData(x, y, 1, 1).data[0] > 200;
  const [middleX, middleY] = [Math.floor(image.width / 2), Math.floor(image.height / 2)];
  let [left, right, top, bottom] = [0, image.width, 0, image.height];
  while (left < middleX && !isPaper(left, 12)) left++;
  while (right > middleX && !isPaper(right - 1, 12)) right--;
  while (top < middleY && !isPaper(left + 3, top)) top++;
  while (bottom > middleY && !isPaper(left + 3, bottom - 1)) bottom--;
  if (left >= middleX || top >= middleY) return "";
  const paper = new OffscreenCanvas(width, height);
  const drawing = paper.getContext("2d");
  drawing.imageSmoothingQuality = "high";
  drawing.drawImage(canvas, left, top, right - left, bottom - top, 0, 0, width, height);
  const bytes = new Uint8Array(
    await (await paper.convertToBlob({ type: "image/png" })).arrayBuffer(),
  );
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
};
