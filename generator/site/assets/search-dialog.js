/* The dialog of the search, of Pagefind's own parts. Loaded with the search, by search.js. */
const PARTS = `
  <pagefind-config></pagefind-config>
  <pagefind-modal>
    <pagefind-modal-header><pagefind-input placeholder="Search this site" debounce="150"></pagefind-input></pagefind-modal-header>
    <pagefind-modal-body>
      <pagefind-summary></pagefind-summary>
      <p class="rl-search-note" role="status"></p>
      <details class="rl-narrow" hidden><summary>Narrow the results</summary><div></div></details>
      <pagefind-results show-sub-results max-sub-results="4"><script type="text/pagefind-template">
        <li class="rl-found">
          <p><a href="{{ url | safeUrl }}">{{ meta.title }}</a> <span class="rl-search-kind">{{ meta.kind }}</span></p>
          {{#if meta.under}}<p class="rl-search-under">Found under “{{ meta.under }}”, which the page itself may not say.</p>{{/if}}
          <p class="rl-found-text">{{+ excerpt +}}</p>
          {{#if sub_results}}<ul>
          {{#each sub_results as part}}{{#if ne(part.title, meta.title)}}<li><a href="{{ part.url | safeUrl }}">{{ part.title }}</a></li>{{/if}}{{/each}}
          </ul>{{/if}}
        </li>
      </script></pagefind-results>
    </pagefind-modal-body>
    <pagefind-modal-footer><p class="rl-search-keys"><kbd>↓</kbd> or <kbd>Enter</kbd> to the results, <kbd>Esc</kbd> closes</p></pagefind-modal-footer>
  </pagefind-modal>`;

const linkTo = (way) => Object.assign(document.createElement("a"), way);
const tell = (modal, instance, lists) => {
  const note = modal.querySelector(".rl-search-note");
  instance.on("results", (found) => {
    note.textContent = found.note ?? "";
    if (found.before && !found.results.length) {
      const all = found.before === 1 ? "The one result does not fit" : `None of ${found.before} results fits`;
      note.textContent = `${all} what is chosen below.`;
      return;
    }
    if (!instance.searchTerm.trim() || found.results.length) return;
    for (const way of [found.help, lists]) if (way) note.append(" ", linkTo(way));
  });
  instance.on("error", () => note.replaceChildren("The search could not be loaded. ", linkTo(lists)));
};

const obey = (modal, instance) => {
  const input = modal.querySelector("input");
  input.addEventListener("focus", () => input.select()); // what was typed before is typed over
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    if (matchMedia("(pointer: coarse)").matches) input.blur(); // the keyboard covers the results
    else instance.focusNextResults(input);
  });
  modal.addEventListener("click", ({ target }) => {
    const link = target.closest("a[href]");
    if (link?.pathname === location.pathname) modal.close(); // it leads to a place below the dialog
  });
};

// What there is to choose by (generator/site/narrowing.py): one list each, of which a result has to
// fit every choice that is made. The numbers say what a choice would leave beside all others.
const choosing = ({ label, choices }) => {
  const list = document.createElement("select");
  list.append(new Option("All", ""), ...choices.map(([name]) => new Option(name, name)));
  const whole = document.createElement("label");
  whole.append(label, list);
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
const narrowing = (modal, instance, address) => {
  const details = modal.querySelector(".rl-narrow");
  const [title, within] = details.children;
  const again = () => instance.triggerSearch(instance.searchTerm);
  const all = Object.assign(document.createElement("button"), { type: "button", textContent: "Show all" });
  let lists = [];
  const show = async () => {
    const told = await fetch(address).then((file) => file.json(), () => null);
    if (!told) return details.addEventListener("toggle", show, { once: true }); // the next time
    lists = told.map(choosing);
    within.append(...lists.map(({ whole }) => whole), all);
    again();
  };
  details.addEventListener("toggle", show, { once: true });
  within.addEventListener("change", again);
  all.addEventListener("click", () => {
    for (const { list } of lists) list.value = "";
    again();
    lists[0].list.focus();
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

// Puts the dialog on the page. `bundle` is where the index is, `lists` the page that does without
// the search; `answering` makes an index answer questions (answers.js).
export const put = (bundle, lists, answering) => {
  const template = document.createElement("template");
  template.innerHTML = PARTS;
  const parts = template.content;
  const settings = parts.querySelector("pagefind-config");
  settings.setAttribute("bundle-path", bundle.pathname);
  settings.setAttribute("base-url", new URL("..", bundle).pathname);
  // Wrapped as soon as it is there, so that no query comes before.
  const instance = window.PagefindComponents.getInstanceManager().getInstance("default");
  let index = null;
  let narrow;
  Object.defineProperty(instance, "__pagefind__", {
    get: () => index,
    set: (made) => {
      index = made;
      if (!made) return;
      answering(made, new URL("words.json", bundle));
      const answer = made.search;
      made.search = async (...asked) => narrow(await answer(...asked));
    },
  });
  document.body.append(parts);
  const modal = document.querySelector("pagefind-modal");
  narrow = narrowing(modal, instance, new URL("narrowings.json", bundle));
  tell(modal, instance, lists);
  obey(modal, instance);
  // A screen reader is told nothing that stands beside an open dialog.
  modal.querySelector("dialog").append(document.querySelector("[data-pagefind-announcer]"));
  return () => modal.open();
};
