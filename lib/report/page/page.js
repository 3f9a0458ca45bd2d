/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a page does beside being read: tables are saved and sorted, the contents show where the reader is. */
(function () {
  "use strict";

  /* ---- Tables as files ---- */

  function save(button) {
    var data = document.getElementById(button.dataset.csv);
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.parse(data.textContent)], { type: "text/csv;charset=utf-8" }));
    link.download = data.dataset.file;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }

  document.querySelectorAll("button.save").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { save(button); });
  });

  /* ---- Sorting ---- */

  var compareTexts = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  function valueOf(row, column) {
    var cell = row.cells[column];
    return cell.classList.contains("none") || cell.textContent === "\u2013" ? null
      : "value" in cell.dataset ? Number(cell.dataset.value) : cell.textContent;
  }

  /* What is not defined comes last, whatever the direction. */
  function compare(a, b, sign) {
    if (a === null || b === null) return (a === null) - (b === null);
    return sign * (typeof a === "number" ? a - b : compareTexts(a, b));
  }

  /* Rows about everything stay where they are. */
  function sort(table, heading) {
    var column = heading.cellIndex, isNumber = heading.classList.contains("number");
    var before = heading.getAttribute("aria-sort");
    var order = before ? (before === "descending" ? "ascending" : "descending") : isNumber ? "descending" : "ascending";
    var rows = Array.from(table.tBodies[0].rows);
    var moving = rows.filter(function (row) { return !row.classList.contains("all"); });
    moving.sort(function (a, b) {
      return compare(valueOf(a, column), valueOf(b, column), order === "ascending" ? 1 : -1);
    });
    rows.forEach(function (row) {
      table.tBodies[0].appendChild(row.classList.contains("all") ? row : moving.shift());
    });
    table.querySelectorAll("th[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
    heading.setAttribute("aria-sort", order);
  }

  document.querySelectorAll(".table table").forEach(function (table) {
    if (table.tBodies[0].querySelectorAll("tr:not(.all)").length < 2) return;
    Array.from(table.tHead.rows[0].cells).forEach(function (heading) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = heading.textContent;
      button.addEventListener("click", function () { sort(table, heading); });
      heading.replaceChildren(button);
    });
  });

  /* ---- Where the reader is ---- */

  var places = Array.from(document.querySelectorAll("nav a"));
  var reduced = matchMedia("(prefers-reduced-motion: reduce)").matches;

  function mark(id) {
    places.forEach(function (place) {
      if (place.hash !== "#" + id) {
        place.removeAttribute("aria-current");
      } else if (!place.hasAttribute("aria-current")) {
        var strip = place.closest("ol");
        place.setAttribute("aria-current", "location");
        if (strip.scrollWidth > strip.clientWidth)
          strip.scrollTo({ left: place.offsetLeft - strip.clientWidth / 3, behavior: reduced ? "auto" : "smooth" });
      }
    });
  }

  /* The last part that has begun in the upper third of the window. */
  function look() {
    var begun = sections.filter(function (section) { return section.getBoundingClientRect().top < innerHeight / 3; });
    mark((begun.pop() || sections[0]).id);
  }

  var sections = Array.from(document.querySelectorAll("main > section"));
  var observer = new IntersectionObserver(look, { rootMargin: "0px 0px -66% 0px" });
  sections.forEach(function (section) { observer.observe(section); });
})();
