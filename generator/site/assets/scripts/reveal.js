/* Opens what is folded away where an address leads into it, or to the heading above it. Browsers do
   the first by themselves, but not all of them; without this file the reader opens it. Leads on
   from a page whose sections have pages of their own, where the reader would follow a link. Says on
   a page of what changed that it does not name the page that somebody comes from. */
(() => {
  "use strict";
  const reveal = () => {
    // The browser may not have found it yet, so that `:target` is nothing.
    const target = document.getElementById(location.hash.slice(1));
    const unnamed = document.getElementById("unnamed");
    if (unnamed) unnamed.hidden = Boolean(target || !location.hash);
    if (!target) return;
    if (target.matches(".rl-apart a")) return void location.replace(target.href);
    const below = target.nextElementSibling;
    if (below?.matches("details.rl-fold")) below.open = true;
    const closed = [];
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) {
      if (!box.open) closed.push(box);
    }
    for (const box of closed) box.open = true;
    if (closed.length) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
