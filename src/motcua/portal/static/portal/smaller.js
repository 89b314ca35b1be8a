// A photograph made small enough for a bad line, and legible still: turned upright, its longer side
// no shorter than 1,600 points where it has them. What is no picture to this browser stays as it is.
const ENOUGH = 400000, WHITE = "#fff";
// From the best to the least: longer side, quality.
const STEPS = [[2000, 0.85], [2000, 0.7], [2000, 0.55], [1600, 0.7], [1600, 0.55], [1600, 0.4], [1600, 0.25]];

export async function smaller(file) {
  if (!file.type.startsWith("image/") || file.size <= ENOUGH) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => null);
  if (!picture) return file;
  let best = file, drawn, long;
  for (const [side, quality] of STEPS) {
    if (side !== long) drawn = drawnAt(picture, (long = side));
    const made = await new Promise((done) => drawn.toBlob(done, "image/jpeg", quality));
    if (made && made.size < best.size) best = made;
    if (best.size <= ENOUGH) break;
  }
  picture.close();
  return best === file ? file : new File([best], `${file.name.replace(/\.\w+$/, "")}.jpg`, { type: "image/jpeg" });
}

function drawnAt(picture, side) {
  const canvas = document.createElement("canvas"), by = Math.min(1, side / Math.max(picture.width, picture.height));
  canvas.width = Math.round(picture.width * by);
  canvas.height = Math.round(picture.height * by);
  const paper = canvas.getContext("2d", { alpha: false });
  paper.fillStyle = WHITE;
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.imageSmoothingQuality = "high";
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}
