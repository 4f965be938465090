/* Buttons that copy the reference beside them, and the day of reading within references.
   Without this file the references can be read and copied by hand, and the buttons do not show. */
(() => {
  "use strict";
  const DONE = "Copied";
  const SHOWN = 2500; // milliseconds

  const day = (form) => {
    const now = new Date();
    const month = (length) => now.toLocaleString("en-GB", { month: length });
    return form === "ymd"
      ? `${now.getFullYear()} ${month("short").slice(0, 3)} ${now.getDate()}`
      : `${now.getDate()} ${month("long")} ${now.getFullYear()}`;
  };

  const write = async (text, button) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // A page that was not sent over https has no clipboard, and this older way.
    const area = document.createElement("textarea");
    area.value = text;
    button.after(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus();
    if (!done) throw new Error("not copied");
  };

  const said = document.createElement("p");
  said.className = "rl-hidden";
  said.setAttribute("role", "status");

  const tell = (button, word) => {
    const before = button.dataset.word ?? button.textContent;
    button.dataset.word = before;
    button.textContent = word;
    said.textContent = word;
    clearTimeout(Number(button.dataset.timer));
    button.dataset.timer = setTimeout(() => {
      button.textContent = before;
      said.textContent = "";
    }, SHOWN);
  };

  for (const place of document.querySelectorAll("[data-today]")) {
    place.textContent = day(place.dataset.today);
  }
  for (const button of document.querySelectorAll("button.rl-copy")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      const text = button.previousElementSibling.textContent.trim();
      write(text, button).then(
        () => tell(button, DONE),
        () => tell(button, "Not copied: select the text"),
      );
    });
  }
  document.body.append(said);
})();
