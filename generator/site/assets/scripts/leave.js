/* A way out for a reader who may be watched: the link “Leave this site”, or the Shift key three
   times, puts another page in the place of this one, so that the way back does not lead here.
   Without this file the link leads there as any link does. Nothing is remembered. */
(() => {
  "use strict";
  const TIMES = 3;
  const WITHIN = 3000; // milliseconds
  const way = document.querySelector("a.rl-leave");
  if (!way) return;

  const leave = () => {
    document.body.hidden = true;
    location.replace(way.href);
  };

  for (const link of document.querySelectorAll("a.rl-leave")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      leave();
    });
  }
  // Only Shift by itself counts: with the wheel it slides a table, with a click it stretches what is
  // marked, with a letter it writes a capital.
  let pressed = [];
  let alone = false;
  const used = () => {
    alone = false;
    pressed = [];
  };
  document.addEventListener("keydown", ({ key, repeat }) => {
    if (key !== "Shift") used();
    else if (!repeat) alone = true;
  });
  for (const other of ["wheel", "pointerdown"]) {
    document.addEventListener(other, used, { passive: true });
  }
  document.addEventListener("keyup", ({ key, timeStamp }) => {
    if (key !== "Shift" || !alone) return;
    pressed = [...pressed, timeStamp].slice(-TIMES);
    if (pressed.length === TIMES && timeStamp - pressed[0] < WITHIN) leave();
  });
})();
