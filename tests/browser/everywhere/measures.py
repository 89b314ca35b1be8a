"""What is measured beside axe's rules: nothing cut, nothing over another, every stop seen."""

# Text that runs out of its box or of the screen, and boxes that scroll and cannot be named.
CUT = """() => {
  const wide = document.documentElement.clientWidth, bad = [];
  const away = ".unseen, .skip, svg, dialog:not([open]), option, [aria-hidden=true]";
  const aside = (one) => one.closest(away) || !one.checkVisibility({visibilityProperty: true})
    || [...(function* () { for (let at = one; at; at = at.parentElement) yield at; })()]
      .some((at) => getComputedStyle(at).clipPath.startsWith("inset"));
  const shut = (value) => value === "hidden" || value === "clip";
  const told = (why, one) => bad.push(`${why}: ${one.outerHTML.slice(0, 100)}`);
  for (const one of document.querySelectorAll("body *")) {
    const style = getComputedStyle(one);
    if (/auto|scroll/.test(style.overflowX) && one.scrollWidth > one.clientWidth + 1
        && one.checkVisibility() && !one.matches("textarea, select")) {
      const named = one.getAttribute("aria-label") || one.getAttribute("aria-labelledby");
      const reached = one.tabIndex >= 0 || one.querySelector("a, button, input");
      if (!named || !reached) told("scrolls without a name or a stop", one);
    }
    const words = [...one.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!words.length || aside(one)) continue;
    for (const node of words) {
      const range = document.createRange();
      range.selectNodeContents(node);
      if (!range.getClientRects().length) continue;
      // The letters, without the air that a typeface has above and beneath them.
      const { left, right, top: high, bottom: low } = range.getBoundingClientRect();
      const line = Math.max(parseFloat(style.lineHeight) || 0, range.getClientRects()[0].height);
      const air = Math.max(0, (line - parseFloat(style.fontSize)) / 2);
      const box = { left, right, top: high + air, bottom: low - air };
      let scrolls = false;
      for (let at = one; at && at !== document.body; at = at.parentElement) {
        const how = getComputedStyle(at), edge = at.getBoundingClientRect();
        if (/auto|scroll/.test(how.overflowX + how.overflowY)) { scrolls = true; break; }
        if (shut(how.overflowX) && (box.right > edge.right + 1 || box.left < edge.left - 1)
            || shut(how.overflowY) && (box.bottom > edge.bottom + 3 || box.top < edge.top - 3)) {
          told("cut off", one);
          break;
        }
      }
      if (!scrolls && (box.right > wide + 1 || box.left < -1)) told("off the screen", one);
    }
  }
  return bad;
}"""

# Lines of text that lie over each other, or under a control that is not theirs.
OVER = """() => {
  const boxes = [], bad = [];
  const stays = (one) => {
    for (let at = one; at; at = at.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return true;
    }
    return false;
  };
  const away = ".unseen, .skip, .unseen *, svg, dialog:not([open]), option, [aria-hidden=true]";
  const lies = (one) => !one.closest(away) && one.checkVisibility({visibilityProperty: true})
    && !stays(one)
    && !getComputedStyle(one.closest("thead") ?? one).clipPath.startsWith("inset");
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !lies(at)) continue;
    const range = document.createRange();
    range.selectNodeContents(walk.currentNode);
    const size = parseFloat(getComputedStyle(at).fontSize);
    // The letters, without the air that a typeface has above and beneath them.
    for (const { left, right, top, bottom } of range.getClientRects()) {
      const middle = (top + bottom) / 2, box = { left, right, height: size };
      boxes.push({ at, box: { ...box, top: middle - size / 2, bottom: middle + size / 2 } });
    }
  }
  const controls = "main :is(a.button, button, select, textarea, .input)";
  for (const at of document.querySelectorAll(controls)) {
    if (lies(at)) boxes.push({ at, box: at.getBoundingClientRect() });
  }
  boxes.sort((one, other) => one.box.top - other.box.top);
  boxes.forEach((one, place) => {
    for (let next = place + 1; next < boxes.length; next += 1) {
      const other = boxes[next];
      if (other.box.top >= one.box.bottom) break;
      if (one.at.contains(other.at) || other.at.contains(one.at)) continue;
      const left = Math.max(one.box.left, other.box.left);
      const high = Math.min(one.box.bottom, other.box.bottom) - other.box.top;
      const broad = Math.min(one.box.right, other.box.right) - left;
      if (broad > 3 && high > 0.4 * Math.min(one.box.height, other.box.height)) {
        bad.push(`over: ${one.at.outerHTML.slice(0, 80)} and ${other.at.outerHTML.slice(0, 80)}`);
      }
    }
  });
  return bad;
}"""

# Every stop of the keyboard: it looks different with the focus, and nothing hides it. Where a thing
# stays in its place while the page scrolls, also on the way back; `alone`: only such pages.
STOPS = """(alone) => {
  const bad = new Set();
  const stays = [...document.querySelectorAll("body > *, main *")]
    .some((one) => /sticky|fixed/.test(getComputedStyle(one).position) && one.checkVisibility());
  if (alone && !stays) return [];
  document.activeElement.blur();
  const all = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter((one) => one.tabIndex >= 0 && !one.disabled
      && one.checkVisibility({visibilityProperty: true, opacityProperty: true}));
  const frame = (one) => one.closest(".choice, .tick, .unknown") ?? one;
  const looks = (one) => [...new Set([one, frame(one), ...one.children])].map((at) => {
    const style = getComputedStyle(at);
    return [style.outlineStyle, style.outlineWidth, style.boxShadow].join();
  }).join("|");
  const hidden = (one) => {
    const box = frame(one).getBoundingClientRect();
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right <= left || bottom <= top) return true;
    for (const part of [0.5, 0.1, 0.9]) {
      for (const across of [0.5, 0.1, 0.9]) {
        const hit = document.elementFromPoint(
          left + (right - left) * across, top + (bottom - top) * part);
        if (hit && (frame(one).contains(hit) || hit.contains(one))) return false;
      }
    }
    return true;
  };
  const plain = new Map(all.map((one) => [one, looks(one)]));
  for (const one of stays ? [...all, ...[...all].reverse()] : all) {
    one.focus();
    if (document.activeElement !== one) continue;
    const said = one.outerHTML.slice(0, 100);
    if (looks(one) === plain.get(one)) bad.add(`focus cannot be seen: ${said}`);
    if (hidden(one)) bad.add(`focus is hidden: ${said}`);
  }
  document.activeElement.blur();
  scrollTo(0, 0);
  return [...bad];
}"""
