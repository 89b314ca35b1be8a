// One question is recorded, heard, kept. What is recorded becomes WAV of one channel here, so that
// every browser sends the same; it is sent until the commune has it, and the page warns before.
const box = document.querySelector("[data-studio]"), words = box.dataset, RATE = 16000, AGAIN = 4000;
const [record, keep, said, heard] = ["record", "keep", "said", "heard"].map((name) => box.querySelector(`[data-${name}]`));
const label = record.querySelector("span"), first = label.textContent;
let recorder = null, sound = null, sent = true;

const tell = (text) => { said.textContent = text; };

record.addEventListener("click", () => (recorder ? recorder.stop() : begin()));
keep.addEventListener("click", send);
addEventListener("beforeunload", (event) => { if (!sent) event.preventDefault(); });

async function begin() {
  let stream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
  } catch {
    return tell(words.closed);
  }
  const parts = [], began = performance.now();
  recorder = new MediaRecorder(stream);
  recorder.ondataavailable = (event) => parts.push(event.data);
  const clock = setInterval(() => {
    const seconds = Math.floor((performance.now() - began) / 1000);
    tell(words.going.replace("{seconds}", seconds));
    if (seconds >= Number(words.most)) recorder?.stop();
  }, 250);
  recorder.onstop = async () => {
    clearInterval(clock);
    for (const track of stream.getTracks()) track.stop();
    recorder = null;
    label.textContent = first;
    record.setAttribute("aria-pressed", "false");
    await finished(new Blob(parts));
  };
  recorder.start(500);
  label.textContent = words.stop;
  record.setAttribute("aria-pressed", "true");
}

async function finished(blob) {
  sound = await wave(blob).catch(() => null);
  if (!sound) return tell(words.closed);
  sent = false;
  heard.src = URL.createObjectURL(sound);
  heard.hidden = keep.hidden = false;
  tell(words.listen);
  keep.focus();
}

// The samples at 16,000 a second, and the 44 bytes that say so.
async function wave(blob) {
  const context = new AudioContext(), whole = await context.decodeAudioData(await blob.arrayBuffer());
  context.close();
  const length = Math.min(Math.ceil(whole.duration * RATE), RATE * Number(words.most));
  const slower = new OfflineAudioContext(1, length, RATE), source = slower.createBufferSource();
  source.buffer = whole;
  source.connect(slower.destination);
  source.start();
  const samples = (await slower.startRendering()).getChannelData(0), view = new DataView(new ArrayBuffer(44 + samples.length * 2));
  const text = (at, letters) => [...letters].forEach((one, n) => view.setUint8(at + n, one.charCodeAt(0)));
  text(0, "RIFF");
  view.setUint32(4, 36 + samples.length * 2, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, RATE, true);
  view.setUint32(28, RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, "data");
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((one, n) => view.setInt16(44 + n * 2, Math.max(-1, Math.min(1, one)) * 32767, true));
  return new Blob([view], { type: "audio/wav" });
}

async function send() {
  keep.setAttribute("aria-busy", "true");
  tell(words.sending);
  const body = new FormData();
  body.append("sound", sound, "sound.wav");
  body.append("agreed", "yes");
  body.append("named", words.named);
  const answer = await fetch(words.post, { method: "POST", body, headers: { "X-CSRFToken": words.seal } }).catch(() => null);
  if (!answer || answer.status >= 500) {
    tell(words.waiting);
    return setTimeout(send, AGAIN);
  }
  keep.removeAttribute("aria-busy");
  if (!answer.ok) return tell((await answer.json().catch(() => ({}))).why ?? words.waiting);
  sent = true;
  tell(words.kept);
  keep.hidden = true;
  document.querySelector("[data-key=n]")?.focus();
  const bar = document.querySelector("progress");
  box.dataset.done = "1";
  if (bar) bar.value += 1;
}
