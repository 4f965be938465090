// Opens the search. What the search needs is loaded when a reader first asks for it.
(() => {
  const link = document.querySelector(".rl-search");
  if (!link?.dataset.bundle) return;
  const within = (path) => new URL(path, document.baseURI);
  const bundle = within(link.dataset.bundle);
  const ticked = "[type=checkbox], [type=radio]"; // into which nobody types
  const TYPING = `input:not(${ticked}), textarea, select, [contenteditable], dialog`;
  let opening;

  // Keys of one letter can be turned off: who speaks to a computer types them by mistake (WCAG 2.1.4).
  // That a reader did so is kept in their own browser, if it keeps anything.
  const OFF = "rl-search-keys-off";
  const kept = (use) => {
    try {
      return use(localStorage);
    } catch {
      return null;
    }
  };
  const keys = {
    areOn: () => link.hasAttribute("aria-keyshortcuts"),
    turn(on) {
      if (on) link.setAttribute("aria-keyshortcuts", "/ s");
      else link.removeAttribute("aria-keyshortcuts");
      kept((storage) => (on ? storage.removeItem(OFF) : storage.setItem(OFF, "yes")));
    },
  };
  keys.turn(!kept((storage) => storage.getItem(OFF)));

  const styled = (href) =>
    new Promise((done, failed) => {
      const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href });
      sheet.addEventListener("load", done);
      sheet.addEventListener("error", failed);
      document.head.append(sheet);
    });

  const load = async () => {
    const { href, dialogSrc, answersSrc } = link.dataset;
    const [{ put }, { answering }, index] = await Promise.all([
      import(within(dialogSrc)),
      import(within(answersSrc)),
      import(new URL("pagefind.js", bundle)),
      styled(href),
    ]);
    await index.options({ baseUrl: new URL("..", bundle).pathname });
    index.init();
    const lists = { href: link.href, textContent: "All pages, in lists" };
    return put(answering(index, bundle), lists, new URL("narrowings.json", bundle), keys);
  };

  const open = async () => {
    opening ??= load();
    try {
      (await opening)();
    } catch {
      window.location.assign(link.href); // the page of lists does without the search
    }
  };

  link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest(TYPING);
    if (!keys.areOn() || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "/" && event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    open();
  });
})();
