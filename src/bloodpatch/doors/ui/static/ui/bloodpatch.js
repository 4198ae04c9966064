/* What a page gains where there is script. Without this file every page still works: clocks show
   the moment at which the page was made, and every act is a form or a link.

   Clocks      data-clock-now, data-clock-up="instant", data-clock-down="instant": ticked on the
               clinic's time, which is this machine's plus an offset learnt from the server.
   Rulers      data-ruler-since, data-ruler-seconds.
   Live mark   data-live in an element; [data-heartbeat] is whatever htmx asks with. Amber after
               10 seconds without an answer, rows hidden after 30 (hazard H51).
   Forms       data-once: a second click does nothing while the first is under way. This is for
               the eye only; the server knows a repeated command by its number. With hx-post the
               answer takes the place of the page: what went wrong, or the heading, gets the focus.
   Watch       data-watch asks whether this patient's record has changed. The page renews itself,
               but never under a form that somebody is filling in: then [data-changed] says so. */
(function () {
  "use strict";
  var AMBER = 10000, GONE = 30000, TICK = 250;
  var root = document.documentElement;
  root.classList.add("has-script");

  /* The clinic's time. The smallest delay seen is the truest offset; a jump of this machine's
     clock shows as a difference between the two clocks of the browser and asks for a new one. */
  var offset = 0, bestDelay = Infinity, wallAtStart = Date.now(), runAtStart = performance.now();
  function learn(serverMs, delayMs) {
    if (!isFinite(serverMs)) { return; }
    if (delayMs <= bestDelay + 50 || jumped()) {
      offset = serverMs + delayMs / 2 - Date.now();
      bestDelay = delayMs;
      wallAtStart = Date.now(); runAtStart = performance.now();
    }
  }
  function jumped() {
    return Math.abs((Date.now() - wallAtStart) - (performance.now() - runAtStart)) > 2000;
  }
  function clinicNow() { return Date.now() + offset; }
  var made = document.querySelector('meta[name="bloodpatch-now"]');
  if (made) { learn(Date.parse(made.content), 0); bestDelay = 2000; }

  function two(n) { return (n < 10 ? "0" : "") + n; }
  function span(ms) {
    var s = Math.max(0, Math.floor(ms / 1000)), h = Math.floor(s / 3600), m = Math.floor(s / 60) % 60;
    return (h ? h + ":" + two(m) : m) + ":" + two(s % 60);
  }
  /* The clinic's wall clock: the page says its offset from UTC, this machine's zone is not asked. */
  function wall(ms) {
    var minutes = 0, said = made && /([+-])(\d\d):(\d\d)$/.exec(made.content);
    if (said) { minutes = (said[1] === "-" ? -1 : 1) * (60 * +said[2] + +said[3]); }
    var d = new Date(ms + minutes * 60000);
    return two(d.getUTCHours()) + ":" + two(d.getUTCMinutes()) + ":" + two(d.getUTCSeconds());
  }
  function each(selector, act) { Array.prototype.forEach.call(document.querySelectorAll(selector), act); }
  function write(node, words) { if (node.textContent !== words) { node.textContent = words; } }

  /* Live mark. The age is taken on two clocks and the older wins: one of them stops while a
     machine sleeps, the other can be set back. */
  var answeredWall = null, answeredRun = null;
  function answered() { answeredWall = Date.now(); answeredRun = performance.now(); beat(); }
  function age() {
    if (answeredWall === null) { return null; }
    return Math.max(Date.now() - answeredWall, performance.now() - answeredRun);
  }
  function beat() {
    each("[data-live-region]", function (node) {
      node.dataset.beat = node.dataset.beat === "a" ? "b" : "a";
    });
  }
  function live() {
    var mark = document.querySelector("[data-live]");
    if (!mark) { return; }
    var old = age();
    if (old === null) { return; }
    var state = old >= GONE ? "not_live" : old >= AMBER ? "stale" : "live";
    var look = document.querySelector('template[data-live-look="' + state + '"]');
    var tag = mark.querySelector("[data-live-tag]"), words = mark.querySelector("[data-live-age]");
    if (state !== mark.dataset.shown && look && tag) {
      tag.replaceChildren(look.content.cloneNode(true));
      mark.className = "live live-" + state;
      root.classList.toggle("is-not-live", state === "not_live");
      mark.dataset.shown = state;
    }
    var seconds = Math.floor(old / 1000);
    var asOf = wall(clinicNow() - old);
    if (words) { write(words, state === "live" ? asOf : seconds + " s, as of " + asOf); }
  }

  function rulers(now) {
    each("[data-ruler-since]", function (node) {
      var full = +node.dataset.rulerSeconds * 1000, fill = node.querySelector(".ruler-fill");
      if (!fill || !full || node.classList.contains("ruler-late")) { return; }
      var tick = node.viewBox.baseVal.width / 1.28;
      var share = (now - Date.parse(node.dataset.rulerSince)) / full;
      fill.setAttribute("width", (tick * Math.min(1, Math.max(0, share))).toFixed(1));
    });
  }

  function tick() {
    var now = clinicNow();
    each("[data-clock-now]", function (n) { write(n, wall(now)); });
    each("[data-clock-up]", function (n) { write(n, span(now - Date.parse(n.dataset.clockUp))); });
    each("[data-clock-down]", function (n) { write(n, span(Date.parse(n.dataset.clockDown) - now + 999)); });
    rulers(now);
    live();
  }

  /* htmx asks; we listen. 304 is an answer too, and it is the usual one. */
  var asked = new WeakMap();
  document.addEventListener("htmx:beforeSend", function (e) { asked.set(e.detail.xhr, performance.now()); });
  document.addEventListener("htmx:afterRequest", function (e) {
    var xhr = e.detail.xhr;
    if (!xhr || !(xhr.status >= 200 && xhr.status < 400)) { return; }
    var now = xhr.getResponseHeader("X-Bloodpatch-Now");
    if (now && asked.has(xhr)) { learn(Date.parse(now), performance.now() - asked.get(xhr)); }
    if (e.target.closest && e.target.closest("[data-heartbeat]")) { answered(); live(); }
  });

  /* A form is sent once. Going back to the page makes it usable again. */
  function say(words) { var told = document.getElementById("told"); if (told) { write(told, words); } }
  function said(what) { var told = document.getElementById("told"); return told ? told.dataset[what] : ""; }
  function busy(form, is) {
    each('button[type="submit"]', function (b) {
      if (!form.contains(b)) { return; }
      if (is) { b.setAttribute("aria-busy", "true"); } else { b.removeAttribute("aria-busy"); }
    });
  }
  function stop(e) { e.preventDefault(); e.stopImmediatePropagation(); }
  document.addEventListener("submit", function (e) {
    var form = e.target, button = e.submitter || form.querySelector('button[type="submit"]');
    if (button && button.getAttribute("aria-disabled") === "true") { stop(e); return; }
    if (!form.hasAttribute("data-once")) { return; }
    if (form.dataset.sent) { stop(e); return; }
    form.dataset.sent = "1";
    busy(form, true);
    say(said("sending"));
  }, true);
  function free(form) { delete form.dataset.sent; busy(form, false); }
  window.addEventListener("pageshow", function () { each("form[data-once]", free); });
  document.addEventListener("htmx:afterRequest", function (e) {
    if (e.target.matches && e.target.matches("form[data-once]")) { free(e.target); }
  });

  /* The answer to a form takes the place of the page, also where it is a fault of the house. What is
     no page of ours (a gateway's, or that of a network which asks for a sign-in) never does. */
  document.addEventListener("htmx:beforeSwap", function (e) {
    if (!ofForm(e) || e.detail.requestConfig.elt.getAttribute("hx-target") !== "#page") { return; }
    e.detail.shouldSwap = /id="page"/.test(e.detail.xhr.responseText);
    if (!e.detail.shouldSwap) { unsent(e); }
  });
  document.addEventListener("htmx:sendError", unsent);
  document.addEventListener("htmx:timeout", unsent);
  function ofForm(e) {
    var from = e.detail.requestConfig && e.detail.requestConfig.elt;
    return Boolean(from && from.matches("form"));
  }
  function unsent(e) {
    if (!ofForm(e)) { return; }
    var form = e.detail.requestConfig.elt, note = form.querySelector("[data-unsent-note]");
    if (!note) {
      note = document.createElement("p");
      note.className = "note note-late"; note.setAttribute("data-unsent-note", "");
      form.appendChild(note);
    }
    write(note, said("unsent"));
    say(said("unsent"));
  }
  function arrive() {
    window.scrollTo(0, 0);
    touched = false;
    confirms();
    tick();
    if (lead(true)) { say(document.title); return; }
    var done = document.querySelector(".note-done"), heading = document.querySelector("#page h1");
    if (heading) { heading.setAttribute("tabindex", "-1"); heading.focus({ preventScroll: true }); }
    say(done ? done.textContent.replace(/\s+/g, " ").trim() : document.title);
  }
  document.addEventListener("htmx:afterSettle", function (e) {
    if (e.target.id === "page" && ofForm(e)) { arrive(); }
  });

  /* Watching a patient's record. What somebody types is never taken away: not by a newer page, and
     not by the sign-in page when the session has ended (sending it keeps it, and asks who it is). */
  var touched = false, place = null;
  function filling() {
    var a = document.activeElement;
    return touched || Boolean(a && a.closest("form.form") && a.matches("input, select, textarea"));
  }
  function touch(e) { if (e.target.closest && e.target.closest("form.form")) { touched = true; } }
  document.addEventListener("input", touch);
  document.addEventListener("change", touch);
  function watching(e) {
    var from = e.detail.requestConfig && e.detail.requestConfig.elt;
    return from && from.hasAttribute("data-watch") ? from : null;
  }
  document.addEventListener("htmx:beforeOnLoad", function (e) {
    if (watching(e) && e.detail.xhr.status === 401 && filling()) { e.preventDefault(); }
  });
  document.addEventListener("htmx:beforeSwap", function (e) {
    var watch = watching(e);
    if (!watch || e.detail.xhr.status !== 200) { return; }
    if (watch.getAttribute("hx-swap") === "none" || filling()) { newer(watch, e); } else { place = remember(); }
  });
  function newer(watch, e) {
    var seen = JSON.parse(watch.getAttribute("hx-headers"))["If-None-Match"].split(".")[0];
    var tag = e.detail.xhr.getResponseHeader("ETag") || "", note = document.querySelector("[data-changed]");
    e.detail.shouldSwap = false;
    if (note && tag.split(".")[0] !== seen) { note.hidden = false; }
    var next = watch.getAttribute("hx-swap") === "none" ? tag.split(".")[0] : tag;
    watch.setAttribute("hx-headers", JSON.stringify({ "If-None-Match": next }));
  }
  /* A page that renews itself leaves the reader where they were. */
  function links() { return Array.prototype.slice.call(document.querySelectorAll("#page a, #page summary, #page button")); }
  function key(node) { return node.tagName + (node.getAttribute("href") || "") + node.textContent.trim(); }
  function remember() {
    var a = document.activeElement, page = document.getElementById("page");
    return {
      focus: a && page.contains(a) && a.matches("a, summary, button") ? key(a) : null,
      open: links().filter(function (s) { return s.parentNode.open; }).map(key),
      x: window.scrollX, y: window.scrollY
    };
  }
  document.addEventListener("htmx:afterSettle", function (e) {
    if (!place || e.target.id !== "page") { return; }
    var was = place;
    place = null;
    links().forEach(function (node) {
      if (node.tagName === "SUMMARY" && was.open.indexOf(key(node)) >= 0) { node.parentNode.open = true; }
      if (was.focus === key(node)) { node.focus({ preventScroll: true }); was.focus = null; }
    });
    window.scrollTo(was.x, was.y);
    confirms();
    tick();
  });

  /* The number pad beside a field (data-pad="id of the input"). */
  document.addEventListener("click", function (e) {
    var key = e.target.closest && e.target.closest("[data-pad] button");
    if (!key) { return; }
    var input = document.getElementById(key.closest("[data-pad]").dataset.pad);
    if (!input) { return; }
    input.value = key.dataset.erase === undefined ? input.value + key.value : input.value.slice(0, -1);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });

  /* The button says back the number that it will record (data-confirms="... {} ...", data-of). */
  function confirms() {
    each("[data-confirms]", function (button) {
      var input = document.getElementById(button.dataset.of);
      if (!input) { return; }
      button.dataset.plain = button.dataset.plain || button.textContent;
      var typed = input.value.trim();
      var number = /^\d+(\.\d+)?$/.test(typed);
      write(button, number ? button.dataset.confirms.replace("{}", typed) : button.dataset.plain);
    });
  }
  document.addEventListener("input", confirms);

  /* What went wrong is read first. */
  function lead(swapped) {
    var box = document.querySelector(".errors, .refusal");
    if (!box) { return false; }
    box.focus({ preventScroll: true });
    if (swapped) { box.scrollIntoView({ block: "start" }); }
    return true;
  }

  if (document.querySelector("[data-heartbeat]")) { answered(); }
  confirms();
  lead();
  tick();
  window.setInterval(tick, TICK);
})();
