/* Puts up to four rows of a table to explore side by side, and keeps the choice in the address. */
(() => {
  "use strict";
  const MOST = 4;
  const explorer = document.querySelector("[data-explorer]");
  if (!explorer) return;
  const table = explorer.querySelector(".rl-table-explored");
  const rows = [];
  const heads = [...table.tHead.rows[0].cells];
  const labels = heads.map((head) => head.textContent);
  const frame = explorer.querySelector(".rl-compared");
  const status = explorer.querySelector("[role=status]");
  const button = explorer.querySelector("[data-compare]");
  const words = button.textContent;
  const boxes = new Map();
  const chosen = () => rows.filter((row) => boxes.get(row).checked);

  const cell = (name, scope, content) => {
    const made = document.createElement(name);
    if (scope) made.scope = scope;
    made.append(...content);
    return made;
  };
  const contentOf = (one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll("label").forEach((label) => label.remove());
    return copy.childNodes;
  };
  const side = (picked) => {
    const made = document.createElement("table");
    made.className = "rl-table rl-table-wide rl-table-compared";
    made.append(cell("caption", "", ["Side by side"]));
    made.createTHead();
    made.createTBody();
    labels.forEach((label, n) => {
      const line = (n ? made.tBodies[0] : made.tHead).insertRow();
      line.append(cell("th", n ? "row" : "col", [label]));
      for (const row of picked) {
        const one = cell(n ? "td" : "th", n ? "" : "col", contentOf(row.cells[n]));
        Object.assign(one.dataset, row.cells[n].dataset);
        line.append(one);
      }
    });
    return made;
  };

  const show = (open) => {
    const picked = chosen();
    frame.hidden = !open || picked.length === 0;
    frame.replaceChildren(...(frame.hidden ? [] : [side(picked)]));
    button.setAttribute("aria-expanded", String(!frame.hidden));
    button.textContent = picked.length ? `${words} (${picked.length})` : words;
  };
  const remember = () => {
    const address = new URL(location.href);
    const ids = chosen().map((row) => row.dataset.row);
    if (ids.length) address.searchParams.set("_compare", ids.join("."));
    else address.searchParams.delete("_compare");
    history.replaceState(null, "", address);
  };
  const pick = (box) => {
    const number = chosen().length;
    if (number > MOST) {
      box.checked = false;
      status.textContent = `No more than ${MOST} stand side by side. Take one away first.`;
      return;
    }
    status.textContent = `${number} of at most ${MOST} chosen to compare.`;
    show(!frame.hidden);
    remember();
  };

  const offer = (row) => {
    const label = document.createElement("label");
    const box = document.createElement("input");
    const name = document.createElement("span");
    label.className = "rl-pick";
    box.type = "checkbox";
    box.autocomplete = "off";
    name.className = "rl-hidden";
    name.textContent = ` ${row.cells[0].textContent}`;
    label.append(box, " Compare", name);
    box.addEventListener("change", () => pick(box));
    boxes.set(row, box);
    // As the heading of each cell of its row, it is read without what can be ticked.
    row.cells[0].abbr = row.cells[0].textContent;
    row.cells[0].append(label);
    rows.push(row);
  };
  button.addEventListener("click", () => {
    show(frame.hidden);
    if (!frame.hidden) frame.focus();
    else if (!chosen().length) status.textContent = `Choose up to ${MOST} rows to compare first.`;
  });
  const asked = (new URLSearchParams(location.search).get("_compare") ?? "").split(".");
  const take = (more) => {
    for (const row of more) offer(row);
    const found = rows.filter((row) => asked.includes(row.dataset.row)).slice(0, MOST);
    for (const row of found) boxes.get(row).checked = true;
    show(found.length > 0);
  };
  // Those that are fetched later come with an event.
  explorer.addEventListener("rows", ({ detail: fetched }) => take(fetched));
  take(table.querySelectorAll("tr[data-row]"));
})();
