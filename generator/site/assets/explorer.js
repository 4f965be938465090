/* Sorts and filters the rows of a table to explore, says what it shows, keeps that in the address
   and gives it as a file. Without this file the table is whole and in its groups. */
(() => {
  "use strict";
  const explorer = document.querySelector("[data-explorer]");
  if (!explorer) return;
  const find = (selector) => explorer.querySelector(selector);
  const table = find("table");
  const groups = [...table.tBodies];
  const rows = [...table.querySelectorAll("tr[data-row]")];
  const home = new Map(rows.map((row) => [row, row.parentElement]));
  const heads = [...table.tHead.rows[0].cells];
  const firsts = [...explorer.querySelectorAll("select")];
  // Those of a column: the first, and for each value another one after “or”.
  const selects = new Map(firsts.map((first) => [first.name, [first]]));
  const status = find("[role=status]");
  const sorted = document.createElement("tbody");
  const known = new URLSearchParams(location.search);
  const order = { column: "", descending: false };

  const values = new Map(
    rows.map((row) => {
      const cells = [...row.cells].filter((cell) => cell.dataset.attribute);
      return [row, new Map(cells.map((c) => [c.dataset.attribute, c.dataset.values.split(" ")]))];
    }),
  );
  const chosen = (name) => selects.get(name).map((one) => one.value).filter(Boolean);
  const has = (row, name, value) => values.get(row).get(name).includes(value);
  const passes = (row, except) =>
    [...selects.keys()].every((name) => {
      const wanted = name === except ? [] : chosen(name);
      return !wanted.length || wanted.some((value) => has(row, name, value));
    });

  const count = (name) => {
    const others = rows.filter((row) => passes(row, name));
    const taken = chosen(name);
    for (const select of selects.get(name)) {
      for (const option of [...select.options].filter((one) => one.value)) {
        const number = others.filter((row) => has(row, name, option.value)).length;
        option.textContent = `${option.dataset.label} (${number})`;
        option.disabled = option.value !== select.value && taken.includes(option.value);
      }
    }
  };

  const another = (first) => {
    const label = document.createElement("label");
    const column = document.createElement("span");
    column.className = "rl-hidden";
    column.textContent = `${first.labels[0].firstChild.textContent.trim()}, `;
    const select = first.cloneNode(true);
    select.removeAttribute("name");
    select.options[0].textContent = "no other";
    select.value = "";
    select.addEventListener("change", change);
    label.append(column, "or ", select);
    first.closest(".rl-filter").append(label);
    return select;
  };
  // As many as there are values, and one that is empty; “all” in the first takes the others away.
  const fit = (name) => {
    const [first, ...more] = selects.get(name);
    const stays = (one) => first.value && (one.value || one === document.activeElement);
    for (const one of more.filter((one) => !stays(one))) one.parentElement.remove();
    const all = [first, ...more.filter(stays)];
    if (all.every((one) => one.value) && all.length < first.options.length - 1) {
      all.push(another(first));
    }
    selects.set(name, all);
  };

  const arrange = () => {
    for (const row of rows) home.get(row).append(row);
    const at = heads.findIndex((head) => head.dataset.column === order.column);
    sorted.hidden = at < 0;
    if (at < 0) return;
    // What is not known has no place among what is, and stands last in either direction.
    const rank = (row) => Number(row.cells[at].dataset.rank ?? Infinity);
    const compare = (one, other) => {
      const [a, b] = [rank(one), rank(other)];
      if (a === b) return 0;
      return order.descending && Number.isFinite(a) && Number.isFinite(b) ? b - a : a - b;
    };
    sorted.append(...[...rows].sort(compare));
  };

  const spoken = () => {
    const head = heads.find((one) => one.dataset.column === order.column);
    if (!head) return explorer.dataset.arranged;
    return `sorted by ${head.textContent}, ${order.descending ? "descending" : "ascending"}`;
  };

  const show = () => {
    for (const row of rows) row.hidden = !passes(row);
    arrange();
    for (const group of groups) {
      group.hidden = !group.querySelector("tr[data-row]:not([hidden])");
    }
    for (const head of heads) {
      head.removeAttribute("aria-sort");
      if (order.column && head.dataset.column === order.column) {
        head.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      }
    }
    [...selects.keys()].forEach(count);
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = `${shown} of ${rows.length} ${explorer.dataset.explorer} shown, ${spoken()}.`;
  };

  const remember = () => {
    const address = new URL(location.href);
    const set = (name, value) =>
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    for (const name of selects.keys()) {
      address.searchParams.delete(name);
      for (const value of chosen(name)) address.searchParams.append(name, value);
    }
    set("_sort", order.column && (order.descending ? "-" : "") + order.column);
    history.replaceState(null, "", address);
  };

  const change = () => {
    [...selects.keys()].forEach(fit);
    show();
    remember();
  };

  const sort = (column) => {
    // Up, down, and back to the groups.
    if (order.column !== column) Object.assign(order, { column, descending: false });
    else if (!order.descending) order.descending = true;
    else Object.assign(order, { column: "", descending: false });
    change();
  };

  const said = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("label, summary").forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  // A spreadsheet takes what begins so for a formula.
  const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text) => `"${harmless(text).replaceAll('"', '""')}"`;
  const file = () => {
    const shown = [...table.querySelectorAll("tr[data-row]:not([hidden])")];
    const lines = [heads, ...shown.map((row) => [...row.cells])];
    return lines.map((cells) => cells.map((cell) => quoted(said(cell))).join(",")).join("\r\n");
  };
  const download = ({ currentTarget: button }) => {
    const link = document.createElement("a");
    // The mark at its beginning tells spreadsheets which letters these are.
    link.href = URL.createObjectURL(new Blob([`\ufeff${file()}\r\n`], { type: "text/csv" }));
    link.download = button.dataset.download;
    link.click();
    URL.revokeObjectURL(link.href);
  };

  table.append(sorted);
  for (const head of heads.filter((one) => one.dataset.column)) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rl-sort";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sort(head.dataset.column));
    head.append(button);
  }
  for (const first of firsts) {
    const offered = new Set([...first.options].map((option) => option.value));
    for (const value of new Set(known.getAll(first.name))) {
      if (value && offered.has(value)) selects.get(first.name).at(-1).value = value;
      fit(first.name);
    }
    first.addEventListener("change", change);
  }
  const asked = known.get("_sort") ?? "";
  const column = asked.replace(/^-/, "");
  if (heads.some((head) => column && head.dataset.column === column)) {
    Object.assign(order, { column, descending: asked.startsWith("-") });
  }
  find("[data-reset]").addEventListener("click", () => {
    for (const first of firsts) first.value = "";
    order.column = "";
    change();
  });
  find("[data-download]").addEventListener("click", download);
  const filters = find(".rl-filters");
  filters.hidden = firsts.length === 0;
  filters.open = matchMedia("(min-width: 60em)").matches || firsts.some((one) => one.value);
  find(".rl-explorer-tools").hidden = false;
  show();
})();
