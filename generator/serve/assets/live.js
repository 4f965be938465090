// Under `realist serve` only: loads a page again once it reads otherwise, and shows what is wrong.
(() => {
  const own = document.currentScript;
  const at = (name) => new URL(name, own.src);
  const style = Object.assign(document.createElement("link"), {
    rel: "stylesheet",
    href: at("live.css").href,
  });
  document.head.append(style);

  // What comes into it later is read out by screen readers.
  const told = document.createElement("div");
  told.setAttribute("role", "alert");
  document.body.prepend(told);

  const tell = async () => {
    const answer = await fetch(at("errors"));
    told.innerHTML = await answer.text(); // the server has escaped every text in it
    told.querySelector("button")?.addEventListener("click", () => told.replaceChildren());
  };

  const mended = ({ data }) => {
    if (data !== own.dataset.page) location.reload();
    else told.replaceChildren();
  };

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && told.contains(document.activeElement)) told.replaceChildren();
  });

  // A browser opens few connections to one server, and a page that nobody sees needs none.
  const isAlone = document.querySelector(".rl-live--alone") !== null;
  let events;
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource(at(`events?${location.pathname}`));
    events.addEventListener("right", mended);
    events.addEventListener("wrong", isAlone ? mended : tell);
  };
  document.addEventListener("visibilitychange", listen);
  listen();
})();
