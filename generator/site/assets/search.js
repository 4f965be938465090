// Opens the search. What the search needs is loaded when a reader first asks for it.
(() => {
  const link = document.querySelector(".rl-search");
  if (!link?.dataset.bundle) return;
  const bundle = new URL(link.dataset.bundle, document.baseURI);
  const answers = new URL(link.dataset.answersSrc, document.baseURI);
  const PARTS = `
    <pagefind-config></pagefind-config>
    <pagefind-modal>
      <pagefind-modal-header><pagefind-input placeholder="Search this site"></pagefind-input></pagefind-modal-header>
      <pagefind-modal-body>
        <pagefind-summary></pagefind-summary>
        <p class="rl-search-note" role="status"></p>
        <pagefind-results show-sub-results max-sub-results="4"><script type="text/pagefind-template">
          <li class="rl-found">
            <p><a href="{{ url | safeUrl }}">{{ meta.title }}</a> <span class="rl-search-kind">{{ meta.kind }}</span></p>
            <p class="rl-found-text">{{+ excerpt +}}</p>
            {{#if sub_results}}<ul>
            {{#each sub_results as part}}{{#if ne(part.title, meta.title)}}<li><a href="{{ part.url | safeUrl }}">{{ part.title }}</a></li>{{/if}}{{/each}}
            </ul>{{/if}}
          </li>
        </script></pagefind-results>
      </pagefind-modal-body>
      <pagefind-modal-footer><pagefind-keyboard-hints></pagefind-keyboard-hints></pagefind-modal-footer>
    </pagefind-modal>`;
  const LISTS = { href: link.href, textContent: "All pages, in lists" };
  let modal;

  const loaded = (element) =>
    new Promise((done, failed) => {
      element.addEventListener("load", done);
      element.addEventListener("error", failed);
      document.head.append(element);
    });

  const load = async () => {
    const style = Object.assign(document.createElement("link"), {
      rel: "stylesheet",
      href: link.dataset.href,
    });
    const script = Object.assign(document.createElement("script"), {
      type: "module",
      src: link.dataset.src,
    });
    const [{ answering }] = await Promise.all([import(answers), loaded(style), loaded(script)]);
    const template = document.createElement("template");
    template.innerHTML = PARTS;
    const parts = template.content;
    const settings = parts.querySelector("pagefind-config");
    settings.setAttribute("bundle-path", bundle.pathname);
    settings.setAttribute("base-url", new URL("..", bundle).pathname);
    // Wrapped as soon as it is there, so that no query comes before.
    const instance = window.PagefindComponents.getInstanceManager().getInstance("default");
    let index = null;
    Object.defineProperty(instance, "__pagefind__", {
      get: () => index,
      set: (made) => {
        index = made;
        if (made) answering(made);
      },
    });
    document.body.append(parts);
    const modal = document.querySelector("pagefind-modal");
    const note = modal.querySelector(".rl-search-note");
    instance.on("results", (found) => {
      note.textContent = found.note ?? "";
      if (!instance.searchTerm.trim() || found.results.length) return;
      for (const way of [found.help, LISTS])
        if (way) note.append(" ", Object.assign(document.createElement("a"), way));
    });
    // A screen reader is told nothing that stands beside an open dialog.
    modal.querySelector("dialog").append(document.querySelector("[data-pagefind-announcer]"));
    return modal;
  };

  const open = async () => {
    modal ??= load();
    try {
      (await modal).open();
    } catch {
      window.location.assign(link.href); // the page of lists does without the search
    }
  };

  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable], dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "/" && event.key !== "s") return;
    event.preventDefault();
    open();
  });
})();
