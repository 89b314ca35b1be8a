// The files of an item, each sealed in the vault beside it.
import { drop, owner, rows, seal, unseal, write } from "./keeping.js";

const text = new TextEncoder(), read = new TextDecoder();

export async function keepFile(item, paper, file) {
  const { key } = await owner(), id = crypto.randomUUID();
  const head = text.encode(JSON.stringify({ paper, name: file.name, type: file.type }));
  const size = new Uint8Array(4);
  new DataView(size.buffer).setUint32(0, head.length);
  const whole = await new Blob([size, head, file]).arrayBuffer();
  await write("files", { id, item, at: Date.now(), ...(await seal(whole, id, key)) });
  return id;
}

export async function filesOf(item, of = owner()) {
  const { key } = await of, found = [];
  for (const row of await rows("files")) {
    if (row.item !== item) continue;
    const bytes = await unseal(row, row.id, key).catch(() => null);
    // What does not open is left alone.
    if (!bytes) continue;
    const size = new DataView(bytes).getUint32(0);
    const { paper, name, type } = JSON.parse(read.decode(bytes.slice(4, 4 + size)));
    found.push({ id: row.id, at: row.at ?? 0, paper, file: new File([bytes.slice(4 + size)], name, { type }) });
  }
  return found.sort((one, other) => one.at - other.at);
}

export async function dropFiles(item) {
  for (const row of await rows("files")) if (row.item === item) await drop("files", row.id);
}

// What the phone cannot hold goes with the form itself: into its own inputs, beside what is there.
export async function intoInputs(form, item) {
  for (const { paper, file } of await filesOf(item)) {
    const input = form.querySelector(`input[type=file][name="${paper}"]`), all = new DataTransfer();
    for (const one of [...input.files, file]) all.items.add(one);
    input.files = all.files;
  }
}
