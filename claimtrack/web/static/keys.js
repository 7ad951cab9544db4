// Single keys for reviewers. Whatever a key does, a link or button on the page does too:
// a key only finds the element that carries it and presses it.
"use strict";

(() => {
  const OFF = "claimtrack-keys-off";
  const help = () => document.getElementById("help");
  const rows = () => [...document.querySelectorAll("[data-row]")];
  const typing = (target) =>
    target.closest("textarea, select, [contenteditable], input:not([type=checkbox]):not([type=radio]):not([type=submit])");

  const say = (words) => {
    const said = document.getElementById("said");
    if (said) said.textContent = words;
  };

  const press = (selector) => {
    const found = document.querySelector(selector);
    if (found) found.click();
    return Boolean(found);
  };

  const step = (by) => {
    const all = rows();
    if (!all.length) return false;
    const at = all.indexOf(document.activeElement);
    const next = at === -1 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
    return true;
  };

  // "d" opens the reasons; a number then chooses one and dismisses.
  let choosing = false;
  const reasons = (on) => {
    const box = document.querySelector("[data-reasons]");
    choosing = Boolean(on && box);
    if (!box) return false;
    box.classList.toggle("choosing", choosing);
    if (choosing) {
      const radio = box.querySelector("input:checked") || box.querySelector("input");
      radio.focus();
      box.scrollIntoView({ block: "nearest" });
      say("Dismiss: press the number of a reason, or Escape.");
    }
    return true;
  };

  // Without a reason nothing can be recorded: the reasons are shown instead of an error.
  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-dismiss]");
    if (!button || document.querySelector("[data-reasons] input:checked")) return;
    event.preventDefault();
    event.stopPropagation();
    reasons(true);
  }, true);

  const dismiss = (number) => {
    const radio = document.querySelector(`[data-number="${number}"]`);
    if (!radio) return false;
    radio.checked = true;
    return press("[data-dismiss]");
  };

  const act = (key) => {
    if (choosing && /^[1-9]$/.test(key)) return dismiss(key);
    switch (key) {
      case "?": {
        const dialog = help();
        if (dialog) dialog.showModal();
        return Boolean(dialog);
      }
      case "q": return press('.top nav a[href="/"]');
      case "j": return step(1) || press('[data-key="n"]');
      case "k": return step(-1) || press('[data-key="p"]');
      case "d": return reasons(true);
      case "/": {
        const field = document.getElementById("text");
        if (field) field.focus();
        return Boolean(field);
      }
      default: {
        const field = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
        if (field) { field.focus(); return true; }
        return press(`[data-key="${CSS.escape(key)}"]`);
      }
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.key === "Escape") {
      if (choosing) { reasons(false); document.getElementById("main").focus({ preventScroll: true }); }
      else if (typing(target)) target.blur();
      return;
    }
    if (help()?.open || typing(target)) return;
    if (localStorage.getItem(OFF) && event.key !== "?") return;
    if (event.key.length === 1 && act(event.key)) event.preventDefault();
  });

  const prepare = () => {
    const button = document.getElementById("help-button");
    const toggle = document.getElementById("keys-on");
    if (button) {
      button.hidden = false;
      button.onclick = () => help().showModal();
    }
    if (toggle) {
      toggle.checked = !localStorage.getItem(OFF);
      toggle.onchange = () => toggle.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1");
    }
  };

  // The passage of a claim can be marked with the mouse instead of being typed.
  const taking = () => {
    const hint = document.querySelector("[data-select-hint]");
    const passage = document.querySelector("[data-passage]");
    const field = document.querySelector("[data-quote]");
    if (!hint || !passage || !field) return;
    hint.hidden = false;
    let marked = "";
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      if (chosen.rangeCount && !chosen.isCollapsed && passage.contains(chosen.getRangeAt(0).commonAncestorContainer)) {
        marked = chosen.toString().trim();
      }
    });
    document.querySelector("[data-take]").onclick = () => {
      if (!marked) { say("Mark the words in the article first."); return; }
      field.value = marked;
      field.focus();
    };
  };

  // The other pairs of a dispute: one key ticks them all, and the decision says how many it takes.
  const alike = () => {
    const boxes = [...document.querySelectorAll('input[name="also"]')];
    const all = document.querySelector("[data-all]");
    const words = document.querySelector("[data-also]");
    if (!boxes.length || !all || !words) return;
    const told = () => {
      const number = boxes.filter((box) => box.checked).length;
      words.textContent = number ? `${number} ticked: decided with it` : "none ticked";
    };
    all.hidden = false;
    all.onclick = () => {
      const on = boxes.some((box) => !box.checked);
      for (const box of boxes) box.checked = on;
      told();
    };
    for (const box of boxes) box.onchange = told;
    told();
  };

  const told = () =>
    document.querySelector("#main [role=alert]") || document.querySelector("#main .notice.done p");
  const announce = (notice) =>
    say(notice ? `${notice.textContent.trim()} ${document.title}` : document.title);

  prepare();
  taking();
  alike();
  // A key pressed before htmx took up the new page sends its form as a browser does; what came of
  // that is announced as well, once the page stands: a region that is filled at once is not read.
  if (told()) setTimeout(() => announce(told()), 100);

  document.addEventListener("htmx:afterSettle", (event) => {
    choosing = false;
    alike();
    // Another conflict took the place of this one: reading starts at its heading.
    if (event.detail.target?.id === "main" || event.detail.elt?.id === "main") {
      const heading = document.querySelector("#main h1");
      // Who already types in the new page keeps the field: else letters would act as keys.
      if (heading && !typing(document.activeElement)) { heading.tabIndex = -1; heading.focus({ preventScroll: true }); }
      announce(told());
    } else if (event.detail.target?.id === "results") {
      const heading = document.querySelector("#results h1");
      if (heading) say(heading.textContent);
    }
  });

  // The server is gone or refused: say so, where silence would look like success.
  const failed = (event) => {
    const status = event.detail.xhr?.status;
    const words = status ? `The server refused that (${status}).` : "The server does not answer.";
    let box = document.getElementById("failed");
    if (!box) {
      box = document.createElement("p");
      box.id = "failed";
      box.className = "notice problem";
      box.setAttribute("role", "alert");
      document.getElementById("main").prepend(box);
    }
    box.textContent = `${words} Nothing was recorded; reload the page and try again.`;
  };
  document.addEventListener("htmx:responseError", failed);
  document.addEventListener("htmx:sendError", failed);
})();
