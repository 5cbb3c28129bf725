"use strict";
// The outline is the data: each row has an ID, and the IDs of the rows that its formula reads.
const byId = id => document.getElementById(id);
const rows = [...document.querySelectorAll("#tree li")];
const edges = [...document.querySelectorAll("#all .edge")].map(line => ({
  line, from: byId(line.dataset.a), to: byId(line.dataset.b),
  label: line.querySelector("text")?.textContent ?? "", isDotted: line.classList.contains("dotted"),
}));

const headOf = row => row.firstElementChild;
const nameOf = row => headOf(row).querySelector(".name").textContent;
const formulaOf = row => headOf(row).querySelector("code")?.textContent ?? "";
const kindOf = row => row.dataset.kind;
const isItem = row => row.id[0] === "i";
const isNode = row => row.id[0] === "n";
const ownerOf = row => row.parentElement.closest("li");
const nodeOf = row => isItem(row) ? ownerOf(row) : row;
const sourcesOf = row => (headOf(row).dataset.from ?? "").split(" ").filter(id => id).map(byId);

const readersById = new Map();
for (const row of rows) {
  for (const source of sourcesOf(row)) {
    if (!readersById.has(source.id)) readersById.set(source.id, []);
    readersById.get(source.id).push(row);
  }
}
const readersOf = row => readersById.get(row.id) ?? [];

// Everything that a row reaches, directly or through others. A cycle ends, because each row is added once.
function reachedFrom(start, next) {
  const found = new Set([start]);
  for (const row of found) next(row).forEach(source => found.add(source));
  return found;
}

function create(tag, attributes = {}, ...content) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
}

const svg = (tag, attributes = {}, ...content) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
};

const shorten = text => text.length > 40 ? [...text].slice(0, 39).join("") + "…" : text;
