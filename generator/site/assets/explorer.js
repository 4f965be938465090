/* Sorts and filters the rows of a table to explore, says what it shows and keeps that in the
   address. Without this file the table is whole and in its groups; where it is too long for that,
   it leads to the pages of its rows, which are fetched once somebody asks. */
(() => {
  "use strict";
  const explorer = document.querySelector("[data-explorer]");
  if (!explorer) return;
  const find = (selector) => explorer.querySelector(selector);
  const table = find(".rl-table-explored");
  const ways = [...table.querySelectorAll("a[data-part]")];
  if (ways.length && location.protocol === "file:") return; // from there nothing can be fetched
  // Each body of the table with its rows, of which it holds those that are shown.
  const groups = new Map();
  const rows = [];
  const most = Number(explorer.dataset.most ?? Infinity);
  let limit = most;
  const heads = [...table.tHead.rows[0].cells];
  const firsts = [...explorer.querySelectorAll("select")];
  // Those of a column: the first, and for each value another one after “or”.
  const selects = new Map(firsts.map((first) => [first.name, [first]]));
  const status = find("[role=status]");
  const atFirst = status.textContent;
  const sorted = document.createElement("tbody");
  const known = new URLSearchParams(location.search);
  const order = { column: "", descending: false };

  const values = new Map();
  const take = (bodies) => {
    for (const body of bodies) groups.set(body, [...body.querySelectorAll("tr[data-row]")]);
    rows.push(...[...groups.values()].flat());
    for (const row of rows) {
      const cells = [...row.cells].filter((cell) => cell.dataset.attribute);
      values.set(row, new Map(cells.map((c) => [c.dataset.attribute, c.dataset.values.split(" ")])));
    }
  };
  // The bodies of a page that the table leads to, whose links lead on from here as from there.
  const fetched = async (way) => {
    const answer = await fetch(way.href);
    if (!answer.ok) throw new Error(answer.statusText);
    const there = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const link of there.querySelectorAll("tbody a[href]")) {
      link.setAttribute("href", new URL(link.getAttribute("href"), answer.url));
    }
    return [...there.querySelector(".rl-table-explored").tBodies];
  };
  const takeAll = async () => {
    status.textContent = `All ${explorer.dataset.explorer} are being loaded.`;
    const bodies = [];
    for (const body of (await Promise.all(ways.map(fetched))).flat()) {
      // What is one group stands under one heading, on however many pages it was.
      const [heading, ...own] = body.rows;
      const last = bodies.at(-1);
      if (last?.rows[0].textContent === heading.textContent) last.append(...own);
      else bodies.push(body);
    }
    take(bodies);
    table.append(...bodies, sorted);
    explorer.dispatchEvent(new CustomEvent("rows", { detail: rows }));
  };
  let loading = null;
  // Whether all rows are here; they are fetched once, or again where it failed.
  const load = async () => {
    if (rows.length) return true;
    try {
      loading ??= takeAll();
      await loading;
    } catch {
      loading = null;
      status.textContent = "The rows could not be loaded. The table leads to their pages.";
    }
    return rows.length > 0;
  };
  const chosen = (name) => selects.get(name).map((one) => one.value).filter(Boolean);
  const taken = () => [...selects.keys()].map((n) => [n, chosen(n)]).filter(([, all]) => all.length);
  const passing = (except) => {
    const wanted = taken().filter(([name]) => name !== except);
    return rows.filter((row) =>
      wanted.every(([name, all]) => all.some((value) => values.get(row).get(name).includes(value))),
    );
  };
  const isAsked = () => taken().length > 0 || Boolean(order.column);

  const count = (name) => {
    const found = new Map();
    for (const row of passing(name)) {
      for (const value of values.get(row).get(name)) found.set(value, (found.get(value) ?? 0) + 1);
    }
    const others = chosen(name);
    for (const select of selects.get(name)) {
      for (const option of [...select.options].filter((one) => one.value)) {
        option.textContent = `${option.dataset.label} (${found.get(option.value) ?? 0})`;
        option.disabled = option.value !== select.value && others.includes(option.value);
      }
    }
  };

  const nameOf = (first) => first.labels[0].firstChild.textContent.trim();
  const another = (first) => {
    const label = document.createElement("label");
    const column = document.createElement("span");
    column.className = "rl-hidden";
    column.textContent = `${nameOf(first)}, `;
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

  const column = () => heads.findIndex((head) => order.column && head.dataset.column === order.column);
  const inOrder = () => {
    const at = column();
    const found = passing();
    if (at < 0) return found;
    // What is not known has no place among what is, and stands last in either direction.
    const rank = (row) => Number(row.cells[at].dataset.rank ?? Infinity);
    return found.sort((one, other) => {
      const [a, b] = [rank(one), rank(other)];
      if (a === b) return 0;
      return order.descending && Number.isFinite(a) && Number.isFinite(b) ? b - a : a - b;
    });
  };
  const arrange = (seen) => {
    const isSorted = column() >= 0;
    const there = new Set(seen);
    for (const [body, all] of groups) {
      const own = isSorted ? [] : all.filter((row) => there.has(row));
      body.replaceChildren(body.rows[0], ...own);
      body.hidden = own.length === 0;
    }
    sorted.replaceChildren(...(isSorted ? seen : []));
    sorted.hidden = !isSorted;
  };

  const spoken = () => {
    const head = heads[column()];
    if (!head) return explorer.dataset.arranged;
    return `sorted by ${head.textContent}, ${order.descending ? "descending" : "ascending"}`;
  };
  // What is chosen is said where the filters are folded, and with what is shown, as it is printed.
  const named = () =>
    firsts
      .map((first) => [first, selects.get(first.name).filter((one) => one.value)])
      .filter(([, all]) => all.length)
      .map(([first, all]) => {
        const labels = all.map((one) => one.selectedOptions[0].dataset.label);
        return `${nameOf(first)}: ${labels.join(" or ")}`;
      });
  const said = () => {
    const number = `${named().length || "none"} of ${firsts.length} chosen`;
    return [number, named().join("; ")].filter(Boolean).join(": ");
  };
  const tell = (found, seen) => {
    const { explorer: many, one } = explorer.dataset;
    const by = named().length ? ` (${named().join("; ")})` : "";
    if (!found) return `No ${one} fits${by}. “${find("[data-reset]").textContent}” takes the choice away.`;
    const shown = found === seen ? "shown" : `found, the first ${seen} of them shown`;
    const all = rows.length === 1 ? `${found} ${one}` : `${found} of ${rows.length} ${many}`;
    return `${all} ${shown}${by}, ${spoken()}.`;
  };

  const show = () => {
    const leads = ways.length > 0 && !isAsked();
    const found = inOrder();
    const seen = leads ? [] : found.slice(0, limit);
    arrange(seen);
    for (const way of ways) way.closest("tbody").hidden = !leads;
    for (const head of heads) {
      head.removeAttribute("aria-sort");
      if (order.column && head.dataset.column === order.column) {
        head.setAttribute("aria-sort", order.descending ? "descending" : "ascending");
      }
    }
    if (rows.length) [...selects.keys()].forEach(count);
    find("[data-reset]").hidden = !isAsked();
    if (ways.length) find("[data-more]").hidden = leads || seen.length === found.length;
    find(".rl-filters-said").textContent = said();
    const isEmpty = !leads && !found.length;
    for (const part of [".rl-explored", ".rl-hint"]) find(part).hidden = isEmpty;
    status.textContent = leads ? atFirst : tell(found.length, seen.length);
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

  const change = async () => {
    [...selects.keys()].forEach(fit);
    if (!(await load())) return;
    limit = most;
    show();
    remember();
  };

  const sort = (name) => {
    // Up, down, and back to the groups.
    if (order.column !== name) Object.assign(order, { column: name, descending: false });
    else if (!order.descending) order.descending = true;
    else Object.assign(order, { column: "", descending: false });
    change();
  };

  const download = async ({ currentTarget: button }) => {
    if (!(await load())) return;
    show();
    const cells = [heads, ...inOrder().map((row) => [...row.cells])];
    // A file of some of the rows is not called as the whole.
    const by = taken().flatMap(([name, all]) => [name, ...all]).join("-").slice(0, 80);
    const name = [button.dataset.download, by].filter(Boolean).join("-");
    const detail = { name: `${name}.csv`, rows: cells };
    explorer.dispatchEvent(new CustomEvent("file", { detail }));
  };

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
  const by = asked.replace(/^-/, "");
  if (heads.some((head) => by && head.dataset.column === by)) {
    Object.assign(order, { column: by, descending: asked.startsWith("-") });
  }
  const toTable = () => find(".rl-explored").focus(); // from a button that is gone
  find("[data-reset]").addEventListener("click", () => {
    for (const first of firsts) first.value = "";
    order.column = "";
    change();
    toTable();
  });
  find("[data-more]")?.addEventListener("click", ({ currentTarget: button }) => {
    limit += most;
    show();
    if (button.hidden) toTable();
  });
  find("[data-download]").addEventListener("click", download);
  const filters = find(".rl-filters");
  filters.hidden = firsts.length === 0;
  filters.open = firsts.some((one) => one.value);
  find(".rl-explorer-bar").hidden = false;
  if (ways.length) {
    // Whoever opens the filters will use them.
    filters.addEventListener("toggle", async () => filters.open && (await load()) && show());
    if (isAsked() || known.has("_compare")) load().then((there) => there && show());
    else show();
  } else {
    take([...table.tBodies]);
    table.append(sorted);
    show();
  }
})();
