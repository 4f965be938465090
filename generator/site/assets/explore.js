/* Draws the chart of a page on which one is explored, with Plotly, which no other page loads. What
   it draws are the rows of the table beside it. Without this file there is the table, and the chart
   drawn at build time on another page. */
(() => {
  "use strict";
  const frame = document.querySelector("[data-explore]");
  if (!frame) return;
  const plot = frame.querySelector(".rl-plot");
  const table = frame.querySelector(".rl-points");
  const told = frame.querySelector(".rl-told");
  const status = frame.querySelector("[role=status]");
  const boxes = [...frame.querySelectorAll("[name=state]")];
  const group = frame.querySelector("select");
  const whole = frame.querySelector("button");
  const isScale = "scale" in plot.dataset;
  const isCoarse = matchMedia("(pointer: coarse)").matches; // there, dragging scrolls the page
  const height = plot.offsetHeight;
  const SYMBOLS = {
    reported: "square",
    inferred: "triangle-sw",
    conflict: "square-x-open",
    "not-applicable": "line-ew-open",
    "not-stated": "square-open",
    "not-extracted": "diamond-open",
  };
  // Plotly would write the styles of maps, which it does not draw here, into the page, if it found
  // nothing by this name; the policy of the page stops that. Its own are linked (plotly.css).
  const MAPS = "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53";
  let asked = 0; // how often another part was asked for; until then a reader's zoom stays

  const lines = [];
  const points = [];
  for (const body of table.tBodies) {
    const { group: name, label } = body.dataset;
    if (name && name !== lines.at(-1)?.name) lines.push({ name, text: name, isHead: true });
    for (const row of body.querySelectorAll("[data-state]")) {
      points.push({ row, y: lines.length, label, name, ...row.dataset });
    }
    lines.push({ name, text: label });
  }

  // Plotly takes a text for markup, and folds none.
  const folded = (text, width) =>
    text
      .match(new RegExp(`.{1,${width}}(?=\\s|$)|\\S+`, "g"))
      .map((line) => line.trim().replaceAll("&", "&amp;").replaceAll("<", "&lt;"))
      .join("<br>");
  const words = (point) =>
    [...point.row.cells].map((cell) => cell.textContent).concat(point.label);
  const hover = (point) => {
    const [item, known, label] = words(point).map((text) => folded(text, 36));
    return isScale ? `${item}<br>${known}` : `${item}<br>${label}:<br>${known}`;
  };
  const isIn = (one) => !group?.value || one.name === group.value;
  const isShown = (point) => isIn(point) && boxes.some((box) => box.checked && box.value === point.state);

  const look = () => {
    const { color, outlineColor, backgroundColor, borderTopColor } = getComputedStyle(plot);
    return { ink: color, soft: outlineColor, paper: backgroundColor, line: borderTopColor };
  };
  const traces = ({ ink, soft }, size) =>
    boxes.map((box) => {
      const own = points.filter((point) => point.state === box.value && isIn(point));
      const color = box.value === "not-stated" ? soft : ink;
      const symbol = SYMBOLS[box.value];
      const width = box.value === "not-stated" ? 0.6 : 2 * symbol.endsWith("-open");
      return {
        type: "scatter",
        mode: "markers",
        cliponaxis: false,
        hoverinfo: "text",
        visible: box.checked,
        x: own.map((point) => Number(point.x)),
        y: own.map((point) => point.y),
        hovertext: own.map(hover),
        customdata: own.map((point) => points.indexOf(point)),
        marker: { symbol, size, color, opacity: 1, line: { color, width } },
      };
    });
  const across = (axis) => {
    if (isScale) return { ...axis, range: [-2, 102], tickvals: [0, 50, 100], ticksuffix: "%" };
    const columns = new Map(points.map((point) => [Number(point.x), point.column]));
    const range = [-0.6, Math.max(...columns.keys()) + 0.6];
    return { ...axis, range, tickvals: [...columns.keys()], ticktext: [...columns.values()] };
  };
  const layout = ({ ink, soft, paper, line }, isNarrow) => {
    const seen = lines.flatMap((one, y) => (isIn(one) ? [y] : []));
    // In forced colours a line of the grid could not be told from the mark that is a line.
    const showgrid = line !== ink;
    const axis = { gridcolor: line, showgrid, zeroline: false, fixedrange: isCoarse };
    // The policy lets no style of a part of a text through, so that none can be bold.
    const text = ({ text: said, isHead }) => folded((isHead ? "▾ " : "") + said, isNarrow ? 20 : 34);
    const font = { family: getComputedStyle(plot).fontFamily, size: isNarrow ? 9 : 12, color: ink };
    return {
      height: group?.value ? Math.max(240, (height * seen.length) / lines.length) : height,
      font,
      margin: { l: 20, r: 12, t: 34, b: 10 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      showlegend: false,
      hovermode: "closest",
      dragmode: isCoarse ? false : "zoom",
      uirevision: asked,
      hoverlabel: { bgcolor: paper, bordercolor: soft, align: "left", font: { ...font, size: 12 } },
      xaxis: across({ ...axis, side: "top" }),
      yaxis: {
        ...axis,
        automargin: true,
        range: [seen.at(-1) + 0.6, seen[0] - 0.6],
        tickvals: seen,
        ticktext: seen.map((y) => text(lines[y])),
      },
    };
  };
  const CONFIG = { displayModeBar: false, responsive: true, showTips: false, doubleClick: "reset" };

  const draw = () => {
    const isNarrow = plot.clientWidth < 560;
    const colours = look();
    for (const point of points) point.row.hidden = !isShown(point);
    for (const body of table.tBodies) body.hidden = !body.querySelector("[data-state]:not([hidden])");
    status.textContent = `${points.filter(isShown).length} of ${points.length} entries shown.`;
    const marks = traces(colours, isNarrow ? 6.5 : 11);
    return Plotly.react(plot, marks, layout(colours, isNarrow), CONFIG);
  };
  const tell = (point) => {
    const [, known, label] = words(point);
    const way = point.row.querySelector("a").cloneNode(true);
    told.replaceChildren(way, isScale ? `: ${known}` : `. ${label}: ${known}`);
  };
  const point = (row) => {
    const n = points.findIndex((one) => one.row === row);
    if (n < 0) return;
    tell(points[n]);
    plot.data.forEach((trace, curveNumber) => {
      const pointNumber = trace.customdata.indexOf(n);
      if (pointNumber >= 0) Plotly.Fx.hover(plot, [{ curveNumber, pointNumber }]);
    });
  };

  const begin = async () => {
    plot.replaceChildren();
    plot.role = "img";
    plot.ariaLabel = `${frame.querySelector("figcaption").textContent}. The table has every entry.`;
    await draw();
    plot.on("plotly_click", (event) => tell(points[event.points[0].customdata]));
    for (const control of [...boxes, group, whole].filter(Boolean)) control.disabled = false;
    for (const box of boxes) box.addEventListener("change", draw);
    const another = () => {
      asked += 1;
      draw();
    };
    group?.addEventListener("change", another);
    whole.addEventListener("click", () => {
      if (group) group.value = "";
      another();
    });
    for (const kind of ["focusin", "mouseover"]) {
      table.addEventListener(kind, (event) => point(event.target.closest("[data-state]")));
    }
    for (const kind of ["focusout", "mouseleave"]) {
      table.addEventListener(kind, () => Plotly.Fx.unhover(plot));
    }
    new MutationObserver(draw).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });
    for (const asks of ["(max-width: 37.4375em)", "(forced-colors: active)"]) {
      matchMedia(asks).addEventListener("change", draw);
    }
  };
  const maps = document.createElement("template");
  maps.id = MAPS;
  const bundle = document.createElement("script");
  bundle.src = frame.querySelector("[data-bundle]").href;
  bundle.addEventListener("load", begin);
  bundle.addEventListener("error", () => plot.querySelector("p").prepend("Plotly could not be loaded. "));
  document.head.append(maps, bundle);
})();
