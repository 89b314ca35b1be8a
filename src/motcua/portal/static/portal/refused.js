// Beside its field, why it was not taken; what has no field here stands in the outbox.
export function refused(form, words, why) {
  for (const { field, sentence } of why) {
    const box = field && form.querySelector(`[name="${field}"]`)?.closest(".field");
    if (!box || box.querySelector(".error")) continue;
    const line = words.content.firstElementChild.cloneNode(true);
    line.lastElementChild.append(sentence);
    box.classList.add("wrong");
    (box.querySelector(".files") ?? box.lastElementChild).before(line);
  }
}
