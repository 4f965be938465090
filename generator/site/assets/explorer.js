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
  const selects = [...explorer.querySelectorAll("select")];
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
  const has = (row, name, value) => !value || values.get(row).get(name).includes(value);
  const passes = (row, except) =>
    selects.every((select) => select === except || has(row, select.name, select.value));

  const count = (select) => {
    const others = rows.filter((row) => passes(row, select));
    for (const option of select.options) {
      if (!option.value) continue;
      const number = others.filter((row) => has(row, select.name, option.value)).length;
      option.textContent = `${option.dataset.label} (${number})`;
    }
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
    selects.forEach(count);
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = `${shown} of ${rows.length} ${explorer.dataset.explorer} shown, ${spoken()}.`;
  };

  const remember = () => {
    const address = new URL(location.href);
    const set = (name, value) =>
      value ? address.searchParams.set(name, value) : address.searchParams.delete(name);
    for (const select of selects) set(select.name, select.value);
    set("_sort", order.column && (order.descending ? "-" : "") + order.column);
    history.replaceState(null, "", address);
  };

  const change = () => {
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
  for (const select of selects) {
    const value = known.get(select.name);
    if ([...select.options].some((option) => option.value === value)) select.value = value;
    select.addEventListener("change", change);
  }
  const asked = known.get("_sort") ?? "";
  const column = asked.replace(/^-/, "");
  if (heads.some((head) => column && head.dataset.column === column)) {
    Object.assign(order, { column, descending: asked.startsWith("-") });
  }
  find("[data-reset]").addEventListener("click", () => {
    for (const select of selects) select.value = "";
    order.column = "";
    change();
  });
  find("[data-download]").addEventListener("click", download);
  const filters = find(".rl-filters");
  filters.hidden = selects.length === 0;
  filters.open = matchMedia("(min-width: 60em)").matches || selects.some((one) => one.value);
  find(".rl-explorer-tools").hidden = false;
  show();
})();
