// Opens the search. What the search needs is loaded when a reader first asks for it.
(() => {
  const link = document.querySelector(".rl-search");
  if (!link?.dataset.bundle) return;
  const within = (path) => new URL(path, document.baseURI);
  const bundle = within(link.dataset.bundle);
  const ticked = "[type=checkbox], [type=radio]"; // into which nobody types
  const TYPING = `input:not(${ticked}), textarea, select, [contenteditable], dialog`;
  let opening;

  const loaded = (name, address) =>
    new Promise((done, failed) => {
      const element = Object.assign(document.createElement(name), address);
      element.addEventListener("load", done);
      element.addEventListener("error", failed);
      document.head.append(element);
    });

  const load = async () => {
    const { src, href, dialogSrc, answersSrc } = link.dataset;
    const [{ put }, { answering }] = await Promise.all([
      import(within(dialogSrc)),
      import(within(answersSrc)),
      import(new URL("pagefind.js", bundle)), // the same that the dialog asks for later
      loaded("link", { rel: "stylesheet", href }),
      loaded("script", { type: "module", src }),
    ]);
    return put(bundle, { href: link.href, textContent: "All pages, in lists" }, answering);
  };

  const open = async () => {
    opening ??= load();
    try {
      (await opening)();
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
    const typing = event.target.closest(TYPING);
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key !== "/" && event.key.toLowerCase() !== "s") return;
    event.preventDefault();
    open();
  });
})();
