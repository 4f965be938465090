/* Opens what is folded away where an address leads into it, or to the heading above it. Browsers do
   the first by themselves, but not all of them; without this file the reader opens it. */
(() => {
  "use strict";
  const reveal = () => {
    const target = document.querySelector(":target");
    if (!target) return;
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
