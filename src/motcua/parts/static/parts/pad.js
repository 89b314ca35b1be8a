// A box that takes a signature with finger, pen or mouse; the hidden field beside it keeps the picture.
export function pad(field) {
  const canvas = field.querySelector("canvas"), pen = canvas.getContext("2d");
  const kept = field.querySelector("input[type=hidden]");
  let drawn = false, at = null;

  function wipe() {
    pen.fillStyle = "#fff";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.lineWidth = 3;
    pen.lineCap = pen.lineJoin = "round";
    pen.strokeStyle = "#1a1a40";
    drawn = false;
    kept.value = "";
  }
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [(event.clientX - box.left) * canvas.width / box.width, (event.clientY - box.top) * canvas.height / box.height];
  };
  canvas.addEventListener("pointerdown", (event) => { canvas.setPointerCapture(event.pointerId); at = place(event); });
  canvas.addEventListener("pointermove", (event) => {
    if (!at) return;
    const to = place(event);
    pen.beginPath();
    pen.moveTo(...at);
    pen.lineTo(...to);
    pen.stroke();
    at = to;
    drawn = true;
  });
  for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { at = null; if (drawn) kept.value = canvas.toDataURL("image/png"); });
  field.querySelector("[data-wipe]").addEventListener("click", wipe);
  wipe();
}
