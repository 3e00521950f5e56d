"use strict";
(function () {
  var $ = function (id) { return document.getElementById(id); };
  var search = $("search"), kind = $("kind"), type = $("class"), findings = $("findings");
  var items = Array.from(document.querySelectorAll("nav li"), function (li) {
    var link = li.querySelector("a");
    var id = decodeURIComponent(link.getAttribute("href").slice(1));
    return { li: li, link: link, section: li.closest("section"), article: $(id), id: id, text: li.dataset.search };
  });

  function matches(item, words) {
    var data = item.li.dataset;
    return (!kind.value || (kind.value === "lambda" ? data.lambda === "true" : data.kind === kind.value))
      && (!type.value || data.class === type.value)
      && (!findings.checked || data.checks !== "0")
      && words.every(function (word) { return item.text.includes(word); });
  }

  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0, sections = new Map();
    items.forEach(function (item) {
      var show = matches(item, words);
      item.li.hidden = item.article.hidden = !show;
      shown += show ? 1 : 0;
      sections.set(item.section, sections.get(item.section) || show);
    });
    sections.forEach(function (show, section) { section.hidden = !show; });
    var elsewhere = $("elsewhere");
    if (elsewhere) { elsewhere.hidden = words.length > 0 || Boolean(kind.value || type.value); }
    $("nothing").hidden = shown > 0 || items.length === 0;
    $("count").textContent = shown === items.length ? "" : shown + " of " + items.length + " shown";
  }

  function visible() { return items.filter(function (item) { return !item.li.hidden; }); }

  function mark() {
    var id = decodeURIComponent(location.hash.slice(1));
    items.forEach(function (item) {
      var current = item.id === id;
      item.link.toggleAttribute("aria-current", false);
      if (current) {
        item.link.setAttribute("aria-current", "true");
        item.link.scrollIntoView({ block: "nearest" });
        if (item.article.hidden) { clear(); item.article.scrollIntoView(); }
      }
    });
  }

  function clear() {
    search.value = kind.value = type.value = "";
    findings.checked = false;
    filter();
  }

  function step(by) {
    var list = visible();
    var at = list.findIndex(function (item) { return item.link === document.activeElement; });
    if (at < 0 && by < 0) { return; }
    if (at + by < 0) { search.focus(); return; }
    var next = list[Math.min(at + by, list.length - 1)];
    if (next) { next.link.focus(); }
  }

  [search, kind, type, findings].forEach(function (input) { input.addEventListener("input", filter); });
  addEventListener("hashchange", mark);
  document.addEventListener("keydown", function (event) {
    var typing = event.target === search;
    var inList = typing || event.target.closest("nav");
    if (event.ctrlKey || event.altKey || event.metaKey) { return; }
    if (event.key === "/" && !event.target.closest("input, select")) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === "Escape") {
      clear();
    } else if (inList && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (typing && event.key === "Enter" && visible().length) {
      location.hash = visible()[0].link.getAttribute("href");
    }
  });
  $("save").addEventListener("click", function () {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([$("data").textContent.trim() + "\n"], { type: "application/json" }));
    link.download = "fermata-report.json";
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  });
  var wide = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) {
        var figure = entry.target, start = figure.querySelector(".start");
        wide.unobserve(figure);
        if (start && figure.scrollWidth > figure.clientWidth) {
          figure.scrollLeft += start.getBoundingClientRect().left - figure.getBoundingClientRect().left - figure.clientWidth / 2 + 32;
        }
      }
    });
  });
  document.querySelectorAll("figure").forEach(function (figure) { wide.observe(figure); });
  filter();
  mark();
})();
