/* Gives a chart as PNG, for programs that take no SVG: the browser draws the file of the chart, in
   its own fonts. Without this file, and on a page from a disk, there is the SVG. */
(() => {
  "use strict";
  const SCALE = 2; // sharp on paper, too
  if (location.protocol === "file:") return; // where a browser does not let drawings be read

  const dots = async (address) => {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = image.naturalWidth * SCALE;
    canvas.height = image.naturalHeight * SCALE;
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  };
  const give = async (picture, button) => {
    try {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(await dots(picture.href));
      link.download = new URL(picture.href).pathname.split("/").pop().replace(/svg$/, "png");
      link.click();
      URL.revokeObjectURL(link.href);
    } catch {
      button.textContent = "PNG was not possible here: take the SVG";
      button.disabled = true;
    }
  };

  for (const picture of document.querySelectorAll(".rl-keep a[download][href$='.svg']")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "rl-button";
    button.textContent = "the same as PNG";
    button.addEventListener("click", () => give(picture, button));
    picture.after(", ", button);
  }
})();
