// How time goes on for a page, whatever this phone's clock says: it may be a day off, it may be set while
// the page is open; and the browser's own count (performance.now) may stand still while the phone sleeps.
// Of the two the one that has come further is believed, and time never goes back.
const SET = 5000;

// From a moment that is known: `heard` is that moment, `lag` how far it is ahead of this phone's clock.
export const known = (moment) => ({ heard: moment, lag: moment - Date.now() });

// What time it is, each time it is asked: {heard, lag} to go on from later, on another page; `set_back`:
// this phone's clock has been set back since, so that a sleep may be missing.
export function going({ heard, lag }) {
  let counted = performance.now(), set_back = false;
  return () => {
    const since = performance.now() - counted, shown = Date.now() + lag;
    set_back ||= shown < heard + since - SET;
    heard = Math.max(shown, heard + since);
    lag = heard - Date.now();
    counted += since;
    return { heard, lag, set_back };
  };
}
