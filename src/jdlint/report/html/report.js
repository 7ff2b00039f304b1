"use strict";
{
  const documents = [...document.querySelectorAll("details.document")];
  const form = document.getElementById("tools");
  const status = form.querySelector("[role=status]");
  const dialog = document.getElementById("rule");

  const chosen = () => ({
    severities: new Set([...form.querySelectorAll("[name=severity]:checked")].map((box) => box.value)),
    rule: form.elements.rule.value,
    name: form.elements.name?.value?.trim().toLowerCase() ?? "",
  });

  const fits = ({ severities, rule }, code, severity) => severities.has(severity) && (!rule || rule === code);

  /* Makes of a document what stands in it as text only. */
  const unfold = (one) => {
    const text = one.querySelector(":scope > noscript");
    if (!text) return;
    const made = document.createElement("template");
    made.innerHTML = text.textContent;
    text.replaceWith(made.content);
    show(one, chosen());
  };

  /* Shows of one document what fits, and tells how many findings that are. */
  const show = (one, choice) => {
    const named = one.dataset.name.includes(choice.name);
    const found = one.dataset.found ? one.dataset.found.split(" ").map((word) => word.split(":")) : [];
    const fitting = found.reduce((sum, [code, severity, count]) => sum + (fits(choice, code, severity) ? +count : 0), 0);
    const all = found.reduce((sum, word) => sum + +word[2], 0);
    one.hidden = !named || (fitting === 0 && (all > 0 || choice.rule !== ""));
    const seen = new Set();
    for (const card of one.querySelectorAll(".card")) {
      card.hidden = !fits(choice, card.dataset.rule, card.dataset.severity);
      if (!card.hidden) seen.add(card.id.split("-f")[1]);
    }
    const isOff = (node) => !node.dataset.n.split(" ").some((number) => seen.has(number));
    for (const mark of one.querySelectorAll(".mark")) mark.classList.toggle("off", isOff(mark));
    for (const number of one.querySelectorAll("sup[data-n]")) number.hidden = isOff(number);
    return [named ? fitting : 0, all];
  };

  const apply = () => {
    const choice = chosen();
    let shown = 0;
    let all = 0;
    for (const one of documents) {
      const [fitting, total] = show(one, choice);
      shown += fitting;
      all += total;
    }
    const text = shown || !all ? status.dataset.shown.replace("{}", shown).replace("{}", all) : status.dataset.nothing;
    status.textContent = text;
  };

  /* Goes to a place of a document, which is opened for that. */
  const go = (hash) => {
    const home = document.getElementById(hash.match(/^#(d\d+)-/)?.[1]);
    if (home) {
      unfold(home);
      home.open = true;
    }
    const target = document.getElementById(hash.slice(1));
    if (!target) return;
    target.scrollIntoView({ block: "center" });
    document.querySelectorAll(".lit").forEach((node) => node.classList.remove("lit"));
    if (target.matches(".card, .mark")) target.classList.add("lit");
  };

  const explain = (link) => {
    const rule = document.querySelector(link.getAttribute("href"));
    const copy = rule.cloneNode(true);
    copy.removeAttribute("id");
    dialog.querySelector("div").replaceChildren(copy);
    dialog.showModal();
    dialog.scrollTop = 0;
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link?.hash.startsWith("#rule-")) {
      event.preventDefault();
      explain(link);
    } else if (link) {
      go(link.hash);
    } else if (event.target === dialog) {
      dialog.close();
    }
  });
  window.addEventListener("hashchange", () => go(location.hash));

  let folded = [];
  window.addEventListener("beforeprint", () => {
    folded = documents.filter((one) => !one.open && !one.hidden);
    for (const one of documents) if (!one.hidden) unfold(one);
    for (const one of folded) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });

  for (const one of documents) one.addEventListener("toggle", () => one.open && unfold(one));
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  form.elements.open?.addEventListener("click", () => documents.forEach((one) => (one.open = !one.hidden)));
  form.elements.shut?.addEventListener("click", () => documents.forEach((one) => (one.open = false)));
  form.elements.print.addEventListener("click", () => print());
  form.hidden = false;
  apply();
  go(location.hash);
}
