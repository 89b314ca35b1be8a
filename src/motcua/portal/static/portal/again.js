// Counts down to when another code may be asked for; without it the page says so in words.
for (const said of document.querySelectorAll("[data-again]")) {
  let left = Number(said.dataset.again);
  const button = said.closest("form").querySelector("button");
  const tell = () => {
    button.disabled = left > 0;
    said.textContent = left > 0 ? said.dataset.wait.replace("{seconds}", left) : said.dataset.ready;
    if (left-- > 0) setTimeout(tell, 1000);
  };
  tell();
}
