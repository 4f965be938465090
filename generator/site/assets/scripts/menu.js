/* The menu of narrow screens by keyboard. The theme opens it by a label, which nobody can reach by
   Tab, and leaves the closed menu within reach. Without this file it opens by mouse and touch. */
(() => {
  "use strict";
  const toggle = document.getElementById("__drawer");
  const label = document.querySelector(".md-header label[for=__drawer]");
  const menu = document.querySelector(".md-sidebar--primary");
  if (!toggle || !label || !menu) return;

  const button = document.createElement("button");
  button.type = "button";
  button.className = `${label.className} rl-menu`;
  button.setAttribute("aria-label", "Menu");
  button.append(...label.childNodes);
  label.replaceWith(button);

  const wide = matchMedia("(min-width: 76.25em)"); // where the theme shows it beside the page
  const behind = document.querySelectorAll(".md-content, .md-footer, .md-top");
  const update = () => {
    const open = !wide.matches && toggle.checked;
    menu.inert = !wide.matches && !open;
    for (const part of behind) part.inert = open;
    button.setAttribute("aria-expanded", String(open));
  };
  const turn = (open) => {
    toggle.checked = open;
    toggle.dispatchEvent(new Event("change", { bubbles: true })); // the theme listens, too
    update();
  };

  for (const back of menu.querySelectorAll("label.md-nav__title[for^=__nav]")) back.tabIndex = 0;
  toggle.addEventListener("change", update);
  wide.addEventListener("change", update);
  button.addEventListener("click", () => {
    turn(true); // it lies below the open menu
    const within = ".md-nav__toggle:checked ~ .md-nav > .md-nav__title";
    (menu.querySelector(within) ?? menu.querySelector("a")).focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || wide.matches || !toggle.checked) return;
    turn(false);
    button.focus();
  });
  update();
})();
