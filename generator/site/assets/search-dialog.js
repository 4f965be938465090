/* The dialog of the search. Loaded with the search, by search.js. */
const PARTS = `
  <dialog class="rl-search-dialog" aria-label="Search this site">
    <div class="rl-search-field" role="search">
      <input type="search" placeholder="Search this site" aria-label="Search this site" aria-describedby="rl-search-hint" autocomplete="off" autocapitalize="none" enterkeyhint="search">
      <span class="rl-hidden" id="rl-search-hint">Results appear as you type</span>
      <button type="button" class="rl-search-clear" hidden>Clear</button>
      <button type="button" class="rl-search-close" aria-label="Close the search">×</button>
    </div>
    <div class="rl-search-found">
      <p class="rl-search-count"></p>
      <p class="rl-search-note"></p>
      <details class="rl-narrow" hidden><summary>Narrow the results</summary><div></div></details>
      <ul class="rl-search-results" aria-label="Search results" aria-busy="false"></ul>
    </div>
    <div class="rl-search-keys">
      <p><kbd>↓</kbd> or <kbd>Enter</kbd> to the results, <kbd>Esc</kbd> closes</p>
      <label><input type="checkbox"> <span><kbd>/</kbd> and <kbd>s</kbd> open the search</span></label>
    </div>
    <p class="rl-hidden" role="status"></p>
  </dialog>`;
// Milliseconds after the last letter: until it is answered, and until the answer is read aloud.
const TYPED = 150;
const QUIET = 700;
const MOST_PARTS = 4; // of one page

const made = (name, properties, ...within) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...within);
  return element;
};
const linkTo = (way) => made("a", way);
const paragraph = (className, ...within) => made("p", { className }, ...within);

// What Pagefind quotes of a page, in which `<mark>` alone is markup.
const quoted = (excerpt) =>
  excerpt.split(/<\/?mark>/).map((text, number) => {
    const plain = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
    return number % 2 ? made("mark", {}, plain) : plain;
  });
// The headings of a page below which most of what was typed stands, in the order of the page.
const partsOf = ({ sub_results: all, meta }) => {
  const best = [...all].sort((a, b) => b.locations.length - a.locations.length).slice(0, MOST_PARTS);
  return best.length ? all.filter((part) => best.includes(part) && part.title !== meta.title) : [];
};
const told = (page) => {
  const { kind, title, under } = page.meta;
  const parts = partsOf(page).map((part) => made("li", {}, linkTo({ href: part.url, textContent: part.title })));
  return [
    made("p", {}, linkTo({ href: page.url, textContent: title }), " ", made("span", { className: "rl-search-kind", textContent: kind })),
    ...(under ? [paragraph("rl-search-under", `Found under “${under}”, which the page itself may not say.`)] : []),
    paragraph("rl-found-text", ...quoted(page.excerpt)),
    ...(parts.length ? [made("ul", {}, ...parts)] : []),
  ];
};

// The list of results. What a page says is loaded once its place is nearly in sight, or once one of
// the two before it has the focus; until then nobody is told of the place, which is empty.
const listing = (list) => {
  const waiting = new WeakMap();
  const load = async (place) => {
    const result = waiting.get(place);
    if (!waiting.delete(place)) return;
    place.append(...(await result.data().then(told, () => ["This result could not be loaded."])));
    place.removeAttribute("aria-hidden");
  };
  const seen = (places) => places.filter((one) => one.isIntersecting).forEach(({ target }) => load(target));
  const sight = new IntersectionObserver(seen, { root: list.parentElement, rootMargin: "0px 0px 80px" });
  const placed = (result) => {
    const place = made("li", { className: "rl-found", ariaHidden: "true" });
    waiting.set(place, result);
    sight.observe(place);
    return place;
  };
  list.addEventListener("focusin", ({ target }) => {
    const next = target.closest(".rl-found").nextElementSibling;
    [next, next?.nextElementSibling].filter(Boolean).forEach(load);
  });
  return (found) => {
    sight.disconnect();
    list.replaceChildren(...found.map(placed));
    list.parentElement.scrollTop = 0;
  };
};

// How many results there are, and what is said of them: read aloud as one, and not at each letter.
const telling = (dialog) => {
  const [count, note, aloud] = dialog.querySelectorAll(".rl-search-count, .rl-search-note, [role=status]");
  let quiet;
  return (counted, noted) => {
    count.textContent = counted;
    note.replaceChildren(...noted);
    aloud.textContent = "";
    clearTimeout(quiet);
    quiet = setTimeout(() => (aloud.textContent = [counted, note.textContent].filter(Boolean).join(". ")), QUIET);
  };
};
const counted = (number) => `${number || "No"} result${number === 1 ? "" : "s"}`;
const said = ({ before, results, note = "", help, isLost }, lists) => {
  if (results.length && !isLost) return [note];
  if (before && !isLost) return [`${before === 1 ? "The one result does not fit" : `None of ${before} results fits`} what is chosen below.`];
  return [note, ...[help, lists].filter(Boolean).flatMap((way) => [" ", linkTo(way)])];
};

const obey = (dialog, input, results) => {
  input.addEventListener("focus", () => input.select()); // what was typed before is typed over
  dialog.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.isComposing) return;
    if (key === "Escape") {
      event.preventDefault(); // some browsers would clear the field, and no more
      return dialog.close();
    }
    if (target !== input && !results.contains(target)) return;
    const isEnter = key === "Enter" && target === input;
    if (isEnter && matchMedia("(pointer: coarse)").matches) return input.blur(); // the keyboard covers the results
    const step = isEnter ? 1 : { ArrowDown: 1, ArrowUp: -1 }[key];
    if (!step) return;
    event.preventDefault();
    const stops = [input, ...results.querySelectorAll("a")];
    stops[stops.indexOf(target) + step]?.focus();
  });
  const isBeside = ({ target, clientX, clientY }) => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (clientX < left || clientX > right || clientY < top || clientY > bottom);
  };
  let pressed = false; // beside the dialog: who selects text may let go there
  dialog.addEventListener("pointerdown", (event) => (pressed = isBeside(event)));
  dialog.addEventListener("click", (event) => {
    const isHere = event.target.closest("a[href]")?.pathname === location.pathname; // a place below the dialog
    if (isHere || (pressed && isBeside(event)) || event.target.closest(".rl-search-close")) dialog.close();
  });
};

// What there is to choose by (generator/site/narrowing.py): one list each, of which a result has to
// fit every choice that is made. The numbers say what a choice would leave beside all others.
const choosing = ({ label, choices }) => {
  const list = made("select", {}, new Option("All", ""), ...choices.map(([name]) => new Option(name, name)));
  const whole = made("label", {}, label, list);
  const fits = new Map(choices.map(([name, ids]) => [name, new Set(ids)]));
  const isLeft = (id) => !list.value || fits.get(list.value).has(id);
  const count = (results) => {
    for (const option of [...list.options].slice(1)) {
      const left = results.filter(({ id }) => fits.get(option.value).has(id)).length;
      option.textContent = `${option.value} (${left})`;
      option.disabled = !left && !option.selected;
    }
    whole.hidden = !list.value && [...list.options].slice(1).every((option) => option.disabled);
  };
  return { list, whole, isLeft, count };
};
const narrowing = (dialog, address, again) => {
  const details = dialog.querySelector(".rl-narrow");
  const [title, within] = details.children;
  const all = made("button", { type: "button", textContent: "Show all" });
  let lists = [];
  const show = async () => {
    const told = await fetch(address).then((file) => file.json(), () => null);
    if (!told?.length) return details.remove();
    lists = told.map(choosing);
    within.append(...lists.map(({ whole }) => whole), all);
    again();
  };
  details.addEventListener("toggle", show, { once: true });
  within.addEventListener("change", again);
  all.addEventListener("click", () => {
    for (const { list } of lists) list.value = "";
    again();
    title.focus();
  });
  return (found) => {
    const fits = (id, but) => lists.every((one) => one === but || one.isLeft(id));
    const left = (but) => found.results.filter(({ id }) => id === found.always || fits(id, but));
    for (const one of lists) one.count(left(one));
    const results = left();
    const chosen = lists.map(({ list }) => list.value).filter(Boolean);
    details.hidden = !found.results.length;
    all.hidden = !chosen.length;
    title.textContent = chosen.length
      ? `Narrowed to ${chosen.join(", ")}: ${results.length} of ${found.results.length}`
      : "Narrow the results";
    return { ...found, results, before: found.results.length };
  };
};

// Puts the dialog on the page. `ask` answers a question (answers.js), `lists` leads to the page that
// does without the search, `choices` is the address of what there is to choose by, and `keys` says
// and keeps whether keys open the search.
export const put = (ask, lists, choices, keys) => {
  document.body.append(made("template", { innerHTML: PARTS }).content);
  const dialog = document.querySelector(".rl-search-dialog");
  const [input, clear, results, byKeys] = dialog.querySelectorAll("input, .rl-search-clear, .rl-search-results");
  const [list, tell] = [listing(results), telling(dialog)];
  let asked = 0;
  const answer = async () => {
    const term = input.value.trim();
    const turn = ++asked;
    results.setAttribute("aria-busy", "true");
    const answered = term ? await ask(term) : { results: [] };
    if (turn !== asked) return; // something else was typed meanwhile
    const found = narrow(answered);
    list(found.results);
    tell(term && !found.isLost ? `${counted(found.results.length)} for ${term}` : "", term ? said(found, lists) : []);
    results.setAttribute("aria-busy", "false");
  };
  const narrow = narrowing(dialog, choices, answer);
  let typed;
  input.addEventListener("input", () => {
    clear.hidden = !input.value;
    clearTimeout(typed);
    typed = setTimeout(answer, TYPED);
  });
  clear.addEventListener("click", () => {
    input.value = "";
    input.dispatchEvent(new Event("input"));
    input.focus();
  });
  byKeys.checked = keys.areOn();
  byKeys.addEventListener("change", () => keys.turn(byKeys.checked));
  obey(dialog, input, results);
  return () => dialog.showModal();
};
