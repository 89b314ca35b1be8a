// A verb that asks for something opens where it stands, and the cursor is in its first field.
// Without this script its heading opens it. A pad takes a signature with finger, pen or mouse.
document.documentElement.classList.add("scripted");

for (const button of document.querySelectorAll("[data-opens]")) {
  const verb = document.getElementById(button.dataset.opens);
  button.addEventListener("click", () => {
    verb.open = !verb.open;
    button.setAttribute("aria-expanded", String(verb.open));
    if (!verb.open) return;
    for (const other of document.querySelectorAll(".verb[open]")) if (other !== verb) other.open = false;
    verb.querySelector("input:not([type=hidden]), textarea, select")?.focus();
    verb.scrollIntoView({ block: "nearest" });
  });
}

function pad(form) {
  const field = form.querySelector("[data-pad]"), canvas = field.querySelector("canvas");
  const kept = field.querySelector("[name='hand_over-drawn']"), pen = canvas.getContext("2d");
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
  // One proof is asked for: the box to sign in, or the code.
  const code = form.querySelector("[name='hand_over-code']").closest(".field");
  const proof = () => {
    const signs = form.querySelector("[name='hand_over-proof']:checked")?.value === "signature";
    field.hidden = !signs;
    code.hidden = signs;
  };
  form.addEventListener("change", () => {
    proof();
    if (!field.hidden) field.scrollIntoView({ block: "nearest" });
  });
  wipe();
  proof();
}
document.querySelectorAll("[data-signs]").forEach(pad);
