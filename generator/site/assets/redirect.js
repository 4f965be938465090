/* Leads on to the page that is meant, and takes the place within it along, which the way without
   JavaScript cannot. */
addEventListener("DOMContentLoaded", () => {
  location.replace(document.getElementById("to").href + location.hash);
});
