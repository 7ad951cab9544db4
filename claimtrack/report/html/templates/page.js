"use strict";
(() => {
  const find = (id) => document.getElementById(id);
  const search = find("search");
  if (!search) return;
  const section = search.closest("section");
  const cards = [...section.querySelectorAll("article.conflict")];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const words = new Map(cards.map((card) => [card, fold(card.textContent)]));
  const rows = [...document.querySelectorAll(".timeline a.row")];
  const nodes = [...document.querySelectorAll(".network .node")];
  let chosen = "";
  const show = () => {
    const wanted = fold(search.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const card of cards) {
      const here =
        (!chosen || card.dataset.holders.split("\n").includes(chosen)) &&
        wanted.every((word) => words.get(card).includes(word)) &&
        (!find("relation").value || card.dataset.relation === find("relation").value) &&
        (!find("type").value || card.dataset.type === find("type").value);
      card.hidden = !here;
      count += here ? 1 : 0;
    }
    for (const row of rows) row.hidden = find(row.dataset.for).hidden;
    for (const node of nodes) node.classList.toggle("chosen", node.dataset.holder === chosen);
    find("shown").textContent = count === cards.length ? `${count} shown` : `${count} of ${cards.length} shown`;
    if (chosen) find("shown").textContent += `, with ${chosen}`;
    find("nothing").hidden = count > 0;
  };
  for (const id of ["search", "relation", "type"]) find(id).addEventListener("input", show);
  section.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  const choose = (node) => {
    chosen = chosen === node.dataset.holder ? "" : node.dataset.holder;
    show();
    find("conflicts-title").scrollIntoView({ block: "start" });
  };
  for (const node of nodes) {
    node.addEventListener("click", () => choose(node));
    node.addEventListener("keydown", (event) => {
      if (event.key === "Enter" || event.key === " ") {
        event.preventDefault();
        choose(node);
      }
    });
  }
  const all = [...document.querySelectorAll("article.conflict details")];
  const button = find("open");
  const toggle = (open) => {
    for (const item of all) item.open = open;
    button.textContent = open ? "Hide all reasons" : "Show all reasons";
  };
  button.addEventListener("click", () => toggle(all.some((item) => !item.open)));
  let before = [];
  window.addEventListener("beforeprint", () => {
    before = all.map((item) => item.open);
    for (const item of all) item.open = true;
  });
  window.addEventListener("afterprint", () => all.forEach((item, at) => (item.open = before[at])));
})();
