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
  let pressed = [];
  document.addEventListener("keyup", (event) => {
    if (event.key !== "Shift") {
      pressed = [];
      return;
    }
    pressed = [...pressed, event.timeStamp].slice(-TIMES);
    if (pressed.length === TIMES && event.timeStamp - pressed[0] < WITHIN) leave();
  });
})();
