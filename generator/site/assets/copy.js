/* What can be copied: the references of “Cite this page”, and the address of a statement, a finding
   or a row. Without this file the references can be read and copied by hand, and the links to
   addresses lead there. */
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

  const write = async (text, beside) => {
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    // A page that was not sent over https has no clipboard, and this older way.
    const area = document.createElement("textarea");
    area.value = text;
    beside.after(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    beside.focus();
    if (!done) throw new Error("not copied");
  };

  const said = document.createElement("p");
  said.className = "rl-hidden";
  said.setAttribute("role", "status");
  let timer;

  const tell = (element, word) => {
    document.querySelectorAll("[data-said]").forEach((other) => delete other.dataset.said);
    element.dataset.said = word;
    said.textContent = word;
    clearTimeout(timer);
    timer = setTimeout(() => {
      delete element.dataset.said;
      said.textContent = "";
    }, SHOWN);
  };

  const copy = (text, element, otherwise) =>
    write(text, element).then(
      () => tell(element, DONE),
      () => tell(element, otherwise),
    );

  for (const place of document.querySelectorAll("[data-today]")) {
    place.textContent = day(place.dataset.today);
  }
  for (const button of document.querySelectorAll("button.rl-copy")) {
    button.hidden = false;
    button.addEventListener("click", () =>
      copy(button.previousElementSibling.textContent.trim(), button, "Select it by hand"),
    );
  }
  for (const link of document.querySelectorAll("a.rl-anchor")) {
    link.addEventListener("click", () => copy(link.href, link, "See the address bar"));
  }
  document.body.append(said);
})();
