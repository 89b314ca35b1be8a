// Files go up in pieces, by the tus protocol 1.0: where the line breaks, the commune is asked how much
// it has, and the next piece goes on from there. Each piece and each whole is checked by its hash.
import { house, keep } from "./keeping.js";
import { filesOf } from "./files.js";

const LEAST = 16384, FIRST = 65536, MOST = 262144, PATIENCE = 30000, TRIES = 6, SLOW = 5000, ANEW = 3;
const nap = (ms) => new Promise((go) => setTimeout(go, ms));
const coded = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
const hashed = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));

// The commune said no, and says why: sending again would be answered the same.
class Refused extends Error {}
// What it is for takes nothing more: the words are sent without it, and the commune says why.
class Closed extends Error {}

// Brings all files of an item there: [[paper, number], …] for the form to name, or what the commune
// said instead. `draft` makes the draft that they are for; `tell` hears of each hundredth.
export async function carry(item, { seal, draft, tell, of }) {
  const whose = await of, asked = askedFor(whose.help);
  const files = await filesOf(item.id, of), named = [], all = files.reduce((sum, { file }) => sum + file.size, 0);
  let before = 0, held;
  for (const { id, paper, file } of files) {
    const one = (item.arrivals[id] ??= {}), here = (bytes) => tell(Math.floor(((before + bytes) / all) * 100));
    if (!one.whole) {
      held ??= await draft();
      // Handed in before: a file that is not there yet is brought all the same, and the commune says
      // whether it is the same sending.
      if (!/^(kept|received)$/.test(held.state)) return held;
      try {
        await arrive(file, one, { seal, draft: held.id, here, asked, note: () => keep(item, of) });
      } catch (no) {
        if (no instanceof Closed) return held.state === "received" ? { ...held, state: "reused" } : named;
        if (!(no instanceof Refused)) throw no;
        return { state: "refused", why: [{ field: paper, label: file.name, sentence: no.message }] };
      }
    }
    before += file.size;
    here(0);
    named.push([paper, one.key]);
  }
  return named;
}

async function arrive(file, one, { seal, draft, here, asked, note }) {
  const bytes = await file.arrayBuffer();
  let at = one.key ? await offset(one.key, asked) : null, step = FIRST, failed = 0, anew = 0;
  while (at === null || at < file.size) {
    const begun = Date.now();
    try {
      if (at === null) {
        if (++anew > ANEW) throw new Refused(file.name);
        one.key = await begin(file, bytes, draft, seal, asked);
        await note();
        at = 0;
      }
      at = await send(one.key, at, bytes.slice(at, at + step), seal, asked);
      failed = 0;
      step = Date.now() - begun > SLOW ? Math.max(LEAST, step / 2) : Math.min(MOST, step * 2);
    } catch (broken) {
      if (broken instanceof Refused || broken instanceof Closed || ++failed > TRIES) throw broken;
      step = Math.max(LEAST, step / 4);
      await nap(100 * 2 ** failed);
      if (one.key) at = await offset(one.key, asked).catch(() => at);
    }
    here(at ?? 0);
  }
  one.whole = true;
  await note();
}

// By what help it was typed, where that was without a line.
const askedFor = (help) => (address, method, headers, body) => fetch(address, {
  method, body, headers: { "Tus-Resumable": "1.0.0", ...(help && { "Motcua-Help": help }), ...headers }, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE),
});

async function begin(file, bytes, draft, seal, asked) {
  const sha256 = [...(await hashed(bytes))].map((one) => one.toString(16).padStart(2, "0")).join("");
  const about = Object.entries({ draft, sha256, filename: file.name }).map(([name, value]) => `${name} ${coded(value)}`).join(",");
  const answer = await asked(house.arriving, "POST", { "X-CSRFToken": seal, "Upload-Length": file.size, "Upload-Metadata": about });
  if (answer.status === 201) return answer.headers.get("Location").split("/").at(-1);
  if ([400, 413, 429].includes(answer.status)) throw new Refused((await answer.json()).sentence);
  throw new (answer.status === 409 ? Closed : Error)(`arriving ${answer.status}`);
}

// How much of it is there; null when the commune knows nothing of it, or no more.
async function offset(key, asked) {
  const answer = await asked(`${house.arriving}/${key}`, "HEAD");
  if (answer.status === 404 || answer.status === 410) return null;
  if (!answer.ok) throw new Error(`arriving ${answer.status}`);
  return Number(answer.headers.get("Upload-Offset"));
}

async function send(key, at, piece, seal, asked) {
  const checksum = `sha256 ${btoa(String.fromCharCode(...(await hashed(piece))))}`;
  const headers = { "X-CSRFToken": seal, "Content-Type": "application/offset+octet-stream", "Upload-Offset": at, "Upload-Checksum": checksum };
  const answer = await asked(`${house.arriving}/${key}`, "PATCH", headers, piece);
  if (answer.status !== 204) throw new Error(`arriving ${answer.status}`);
  return Number(answer.headers.get("Upload-Offset"));
}
