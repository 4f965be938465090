/* Puts two to four rows of a table to explore side by side, says where their values read
   differently, and keeps the choice in the address. */
(() => {
  "use strict";
  const [LEAST, MOST] = [2, 4];
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
  let different = "";
  const only = Object.assign(document.createElement("input"), { type: "checkbox", autocomplete: "off" });
  const choice = cell("label", "", [only, " Leave out what reads the same"]);
  choice.className = "rl-on-screen";
  const hideSame = () => {
    for (const line of frame.querySelectorAll("[data-same]")) line.hidden = only.checked;
    const caption = frame.querySelector("caption");
    if (caption) caption.textContent = only.checked ? `${different}; what reads the same is left out` : different;
  };
  only.addEventListener("change", hideSame);

  // Values read differently where each has one, and the words are not the same: what is not stated may
  // be, and so may two words, which is for readers to judge. A row is left out only where all that it
  // says is the same.
  const UNKNOWN = ["not-stated", "not-extracted", "not-applicable", "conflict"];
  const valueOf = (one) => {
    const copy = one.cloneNode(true);
    copy.querySelectorAll(".rl-basis").forEach((mark) => mark.remove());
    return copy.textContent.trim();
  };
  const areDifferent = (cells, textOf) => new Set(cells.map(textOf)).size > 1;
  const compare = (line, cells) => {
    if (cells.some((one) => !one.dataset.attribute || one.matches(".rl-text-column"))) return false;
    if (!areDifferent(cells, (one) => one.textContent.trim())) line.dataset.same = "";
    if (cells.some((one) => UNKNOWN.includes(one.dataset.state))) return false;
    if (!areDifferent(cells, valueOf)) return false;
    const mark = cell("span", "", ["reads differently"]);
    mark.className = "rl-note";
    line.cells[0].append(" ", mark);
    return true;
  };
  const side = (picked) => {
    const made = document.createElement("table");
    made.className = "rl-table rl-table-wide rl-table-compared";
    made.createCaption();
    made.createTHead();
    made.createTBody();
    let number = 0;
    labels.forEach((label, n) => {
      const line = (n ? made.tBodies[0] : made.tHead).insertRow();
      line.append(cell("th", n ? "row" : "col", [label]));
      for (const row of picked) {
        const one = cell(n ? "td" : "th", n ? "" : "col", contentOf(row.cells[n]));
        Object.assign(one.dataset, row.cells[n].dataset);
        line.append(one);
      }
      if (compare(line, picked.map((row) => row.cells[n]))) number += 1;
    });
    different = `Side by side; rows whose values read differently: ${number}`;
    // They keep it a table to those who hear it, where its rows are blocks.
    const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TD: "cell" };
    for (const one of [made, ...made.querySelectorAll("thead, tbody, tr, th, td")]) {
      one.role = ROLES[one.tagName] ?? (one.scope === "row" ? "rowheader" : "columnheader");
    }
    return made;
  };

  const show = (open) => {
    const picked = chosen();
    frame.hidden = !open || picked.length < LEAST;
    frame.replaceChildren(...(frame.hidden ? [] : [choice, side(picked)]));
    hideSame();
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
    else if (chosen().length < LEAST) status.textContent = `Choose ${LEAST} to ${MOST} rows first.`;
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
