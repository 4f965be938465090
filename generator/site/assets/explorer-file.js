/* Gives the rows of a table to explore as a CSV file, when explorer.js asks for one. */
(() => {
  "use strict";
  const textOf = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll("label, summary").forEach((part) => part.remove());
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  // A spreadsheet takes what begins so for a formula.
  const harmless = (text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
  const quoted = (text) => `"${harmless(text).replaceAll('"', '""')}"`;
  const lineOf = (cells) => `${cells.map((cell) => quoted(textOf(cell))).join(",")}\r\n`;

  const give = ({ detail: { name, rows } }) => {
    const link = document.createElement("a");
    // The mark at its beginning tells spreadsheets which letters these are.
    link.href = URL.createObjectURL(new Blob(["\ufeff", ...rows.map(lineOf)], { type: "text/csv" }));
    link.download = name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  document.querySelector("[data-explorer]")?.addEventListener("file", give);
})();
