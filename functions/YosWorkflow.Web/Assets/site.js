// Saves the section of a return that somebody is at, after a pause, by the same address as its button. The page works without this.
"use strict";

(() => {
  const form = document.querySelector("form[data-autosave]");
  if (!form) {
    return;
  }

  const pause = 2500;
  const longestWait = 15000;
  const retries = [5000, 10000, 20000, 40000, 60000];
  const status = form.querySelector("[data-save-status]");
  const copy = document.querySelector("[data-save-copy]");
  const version = form.elements.namedItem("version");

  // What the server has is known only of a form that came as it was saved; one that comes back with a problem is saved by hand.
  const byHand = form.dataset.autosave !== "on";
  let saved = byHand ? null : contents();
  let timer = 0;
  let changedAt = 0;
  let failures = 0;
  let saving = null;
  let leaving = false;

  function contents() {
    const fields = new FormData(form);
    fields.delete("version");
    return new URLSearchParams(fields).toString();
  }

  const isUnsaved = () => contents() !== saved;

  // A live region that is given the same words again says them again.
  function say(text, link, isProblem) {
    // For who sees the list of sections and not the end of the form; the live region says it to others.
    if (copy) {
      copy.textContent = isProblem ? "Not saved" : text;
    }

    status.classList.toggle("yos-savebar__status--problem", Boolean(isProblem));
    if (status.textContent === text + (link ? " " + link.text : "")) {
      return;
    }

    status.textContent = text;
    if (link) {
      const anchor = document.createElement("a");
      anchor.className = "govuk-link";
      anchor.href = link.href;
      anchor.target = "_blank";
      anchor.rel = "noopener";
      anchor.textContent = link.text;
      status.append(" ", anchor);
    }
  }

  function wait(milliseconds) {
    clearTimeout(timer);
    timer = setTimeout(save, milliseconds);
  }

  function showKept(kept, sent) {
    version.value = kept.version;
    saved = sent;
    failures = 0;
    for (const [section, words] of Object.entries(kept.sections)) {
      const place = document.querySelector(`[data-progress="${CSS.escape(section)}"]`);
      if (place) {
        place.textContent = words;
      }
    }

    say(`Saved ${kept.saved}`);
  }

  function tellOfProblem(answer) {
    if (answer.type === "opaqueredirect" || answer.status === 401) {
      say(
        "Not saved: you have been signed out. What you typed is still here. Sign in in another window, then save again.",
        { text: "Sign in (opens a new window)", href: location.pathname },
        true
      );
    } else if (answer.status === 409) {
      say("Not saved: this was changed in another window. Choose “Save and continue” to see both; what you typed stays.", null, true);
    } else if (answer.status === 403 || answer.status === 404) {
      say("Not saved: this reading is no longer with you. What you typed is still here; copy what you want to keep.", null, true);
    } else if (answer.status < 500 && answer.status !== 408 && answer.status !== 429) {
      say("Not saved: something can’t be kept as it is. Choose “Save and continue” to see what; what you typed stays.", null, true);
    } else {
      tryAgain();
    }
  }

  function tryAgain() {
    const next = retries[Math.min(failures, retries.length - 1)];
    failures += 1;
    say("Not saved: the service can’t be reached. What you typed is still here, and saving is tried again.", null, true);
    wait(next);
  }

  // Whether the server has what is typed; null if it is for the whole form to be sent, so that its answer can be read.
  async function send(keepalive) {
    const sent = contents();
    const body = new URLSearchParams(sent);
    body.set("version", version.value);
    body.set("then", "stay");
    let answer;
    try {
      answer = await fetch(form.action, { method: "POST", body, redirect: "manual", credentials: "same-origin", keepalive });
    } catch {
      tryAgain();
      return false;
    }

    if (answer.ok) {
      showKept(await answer.json(), sent);
      return true;
    }

    tellOfProblem(answer);
    return answer.status === 409 || answer.status === 400 || answer.status === 413 ? null : false;
  }

  async function save(keepalive = false) {
    clearTimeout(timer);
    if (saving) {
      await saving;
    }

    if (!isUnsaved()) {
      return true;
    }

    changedAt = 0;
    saving = send(keepalive);
    try {
      return await saving;
    } finally {
      saving = null;
    }
  }

  function changed(soon) {
    if (byHand || !isUnsaved()) {
      return;
    }

    changedAt ||= Date.now();
    wait(Math.max(0, Math.min(soon ? 500 : pause, changedAt + longestWait - Date.now())));
  }

  form.addEventListener("input", () => changed(false));
  form.addEventListener("change", () => changed(true));

  // The buttons leave the page, so what is typed has to be safe before.
  form.addEventListener("submit", async (event) => {
    if (leaving || byHand) {
      leaving = true;
      return;
    }

    event.preventDefault();
    const button = event.submitter;
    if ((await save()) !== false) {
      leaving = true;
      form.requestSubmit(button);
    } else {
      status.scrollIntoView({ block: "nearest" });
    }
  });

  addEventListener("beforeunload", (event) => {
    if (!leaving && isUnsaved()) {
      event.preventDefault();
    }
  });

  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && !byHand && !leaving && isUnsaved()) {
      save(true);
    }
  });

  // A page that the browser brings back as it was may be older than what is saved.
  addEventListener("pageshow", (event) => {
    if (event.persisted) {
      leaving = false;
    }
  });
})();
