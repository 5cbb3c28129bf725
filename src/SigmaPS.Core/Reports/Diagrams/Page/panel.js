// The panel beside the drawing: the selected row in words, with links to the rows that it reads and that read it.
const panel = byId("panel");
const most = 200;

const titleOf = row => isItem(row) ? `${nameOf(nodeOf(row))} / ${nameOf(row)}` : nameOf(row);
const linkTo = (row, text) => create("a", { href: "#" + row.id }, text ?? titleOf(row));

function fillPanel(row) {
  const heading = create("h2", { tabindex: "-1", id: "selected" }, nameOf(row));
  const back = create("button", { type: "button", title: "Back (Backspace)" }, "Back");
  back.addEventListener("click", goBack);
  const close = create("button", { type: "button", title: "Close (Esc)" }, "Close");
  close.addEventListener("click", clearSelection);
  panel.replaceChildren(create("div", { class: "bar" }, heading, back, close), factsOf(row), ...partsOf(row));
  panel.hidden = false;
  panel.scrollTop = 0;
}

function factsOf(row) {
  const facts = create("dl");
  const add = (name, value) => value && facts.append(create("dt", {}, name), create("dd", {}, value));
  const info = headOf(row).querySelector(".info")?.textContent ?? "";
  add("Kind", isItem(row) ? [kindOf(row), info].filter(text => text).join(", ") : info);
  const parents = [];
  for (let parent = ownerOf(row); parent; parent = ownerOf(parent)) {
    parents.unshift(isNode(parent) ? linkTo(parent) : nameOf(parent));
  }
  add("In", parents.length ? create("span", {}, ...parents.flatMap((part, i) => i ? [" / ", part] : [part])) : "");
  add("ID", row.dataset.id && create("code", {}, row.dataset.id));
  add("Formula", formulaOf(row) && create("code", {}, formulaOf(row)));
  add("Unresolved", headOf(row).dataset.lost && create("code", {}, headOf(row).dataset.lost));
  const statement = row.querySelector(":scope > pre")?.textContent;
  add("Statement", statement && create("pre", {}, statement));
  return facts;
}

function partsOf(row) {
  if (!isItem(row)) {
    const list = (edges, end) => edges.map(edge => [edge[end], edge.label]);
    return [
      ...listOf("Reads", list(edges.filter(edge => edge.to === row), "from")),
      ...listOf("Read by", list(edges.filter(edge => edge.from === row), "to")),
      ...listOf("Columns that read it", readersOf(row).map(reader => [reader, formulaOf(reader)])),
    ];
  }

  const sources = sourcesOf(row);
  return [
    ...(sources.length ? [create("h3", {}, "Comes from"), originsOf(row)] : []),
    ...listOf("Read by", readersOf(row).map(reader => [reader, formulaOf(reader)])),
  ];
}

function listOf(title, entries) {
  if (entries.length === 0) return [];
  const list = create("ul");
  for (const [row, note] of entries.slice(0, most)) {
    list.append(create("li", {}, linkTo(row), ...(note ? [" ", create("code", {}, note)] : [])));
  }
  if (entries.length > most) list.append(create("li", {}, `and ${entries.length - most} more`));
  return [create("h3", {}, `${title} (${entries.length})`), list];
}

// The sources of a column and their sources. A column that was listed before is not listed again with its sources.
function originsOf(start) {
  const listed = new Set([start]);
  const top = create("ul", { class: "origins" });
  const open = [[start, top]];
  while (open.length > 0 && listed.size < most) {
    const [row, list] = open.pop();
    const inner = [];
    for (const source of sourcesOf(row)) {
      const isRepeated = listed.has(source);
      const formula = isRepeated ? "see above" : formulaOf(source);
      const entry = create("li", { class: kindOf(nodeOf(source)) }, linkTo(source), ...(formula ? [" ", create("code", {}, formula)] : []));
      list.append(entry);
      listed.add(source);
      if (!isRepeated && sourcesOf(source).length > 0) {
        const below = create("ul");
        entry.append(below);
        inner.push([source, below]);
      }
    }
    open.push(...inner.reverse());
  }
  if (listed.size >= most) top.append(create("li", {}, "and more, see the diagram"));
  return top;
}
