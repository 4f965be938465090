/* What can be copied: the references of “Cite this page”, and the address of a statement, a finding
   or a row, which references and files name while the address does. Without this file the
   references can be read and copied by hand, and the links to addresses lead there. */
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
  for (const reference of document.querySelectorAll("#cite .rl-cite")) {
    const button = document.createElement("button");
    const what = reference.closest("dl").previousElementSibling.textContent;
    const style = reference.closest("dd").previousElementSibling.textContent;
    button.type = "button";
    button.className = "rl-copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy: ${what}, ${style}`);
    button.addEventListener("click", () =>
      copy(reference.textContent.trim(), button, "Select it by hand"),
    );
    reference.after(button);
  }
  const places = [...document.querySelectorAll("a.rl-anchor")];
  for (const link of places) {
    link.addEventListener("click", () => copy(link.href, link, "See the address bar"));
  }

  // The references to a page become those to the place that its address names: what that is and
  // says, and who says it if the source does not, stands behind the title, its mark behind the address.
  // What a page calls inferred may be the tie to what it is about: such a page has words for that.
  const box = document.querySelector(".rl-citing:has(#cite)");
  const what = document.querySelector("#cite .rl-cite-what");
  const page = what?.textContent;
  const title = document.querySelector("meta[property='og:title']")?.content;
  const references = [...document.querySelectorAll("#cite dl:first-of-type .rl-cite")].map(
    (shown) => [shown, shown.cloneNode(true)],
  );

  const BESIDE = ".rl-anchor, .rl-quotes, .rl-kind, .rl-on-paper";
  const inferred = document.querySelector("[data-inferred]")?.dataset.inferred;
  const wordsOf = (it) => {
    const copy = it.cloneNode(true);
    copy.querySelectorAll(BESIDE).forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  // The first sentence, whole as its hedges are, of what is longer: not behind “p.”, “e.g.” or “J.”
  const FIRST = /^.+?(?:\p{L}{2}|[\d\])”’])[.!?](?= [“\p{Lu}])/u;
  const inShort = (text) => {
    const first = text.match(FIRST)?.[0];
    return first ? `${first} …` : text;
  };
  const quoted = (text) =>
    `“${text.replace(/\.$/, "").replaceAll("“", "‘").replaceAll("”", "’")}”`;
  const told = (place) => {
    const it = document.getElementById(mark);
    const parts = it.matches("tr")
      ? ["th", ".rl-text"]
      : it.matches("[data-basis], .rl-claim")
        ? ["h3, p"]
        : [];
    const words = parts.map((part) => wordsOf(it.querySelector(part))).join(": ");
    const found = it.querySelector(".rl-source .rl-basis, h3 + p");
    const ours = it.dataset.basis === "inferred" && inferred;
    const said = ours || (found && wordsOf(found).toLowerCase());
    // What is said of a text is true of the whole, and maybe not of its first sentence.
    const text = words && quoted(said ? words : inShort(words));
    return [place.title, text, said].filter(Boolean).join(", ");
  };
  const way = document.createElement("button");
  way.type = "button";
  way.className = "rl-copy";
  way.textContent = "Cite this";
  way.addEventListener("click", () => {
    box.open = true;
    box.firstElementChild.focus();
  });

  const name = (reference) => {
    for (const link of reference.querySelectorAll("a")) {
      link.href += window.location.hash;
      link.append(window.location.hash);
    }
    const texts = document.createTreeWalker(reference, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const start = texts.currentNode.data.indexOf(title);
      if (start < 0) continue;
      texts.currentNode.insertData(start + title.length, `, ${named}`);
      return;
    }
  };

  const kept = [...document.querySelectorAll("#cite .rl-kept-at")].map((it) => [
    it,
    it.href ?? it.textContent,
  ]);
  let mark = "";
  let named = "";

  const cite = () => {
    if (!what || !title) return;
    const place = places.find((link) => link.hash && link.href === window.location.href);
    mark = place ? decodeURIComponent(window.location.hash.slice(1)) : "";
    way.remove();
    named = place ? told(place) : "";
    place?.after(way);
    for (const [it, address] of kept) {
      const whole = place ? address + place.hash : address;
      if (it.href) it.href = whole;
      else it.textContent = whole;
    }
    what.textContent = place ? `${page}, ${named}` : page;
    for (const [shown, whole] of references) {
      shown.replaceChildren(...whole.cloneNode(true).childNodes);
      if (place) name(shown);
    }
  };
  cite();
  window.addEventListener("hashchange", cite);

  // So do the files: of two entries in each, the first is that of the page.
  const KEY = /^(?:ID  - |@misc\{|  "id": ").*?(?=(?:,|",?)?$)/m;
  const TITLE = /^(?:TI  - |  title = \{\{|  "title": ").*?(?=(?:\}\},|",?)?$)/m;
  const ADDRESS = /^(?:UR  - |  url = \{|  "URL": ").*?(?=(?:\},|",?)?$)/m;
  const WRITTEN = {
    ris: (text) => text,
    bib: (text) => text.replace(/[{}%$&#_]/g, "\\$&"),
    json: (text) => JSON.stringify(text).slice(1, -1),
  };
  const naming = (text, ending) => {
    const end = text.search(/^(?:ER  - |\}| \})/m);
    const page = text.slice(0, end);
    const changed = page
      .replace(KEY, `$&-${mark}`)
      .replace(TITLE, (title) => `${title}, ${WRITTEN[ending](named)}`)
      .replace(ADDRESS, `$&#${mark}`);
    return changed + text.slice(end);
  };
  const give = async (event) => {
    if (!mark) return;
    const { href } = event.currentTarget;
    event.preventDefault();
    const sent = await fetch(href).catch(() => null);
    const file = document.createElement("a");
    const ending = href.split(".").pop();
    file.href = sent ? URL.createObjectURL(new Blob([naming(await sent.text(), ending)])) : href;
    file.download = `${mark}-${href.split("/").pop()}`;
    file.click();
  };
  for (const link of document.querySelectorAll("#cite .rl-cite-files a[download]")) {
    link.addEventListener("click", give);
  }
  document.body.append(said);
})();
