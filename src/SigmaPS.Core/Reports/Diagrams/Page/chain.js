// The chain of a row, drawn by itself: only the nodes on the way, with the columns that take part.
const chain = { margin: 24, gap: 90, head: 28, line: 22, space: 18, most: 60 };
const ruler = document.createElement("canvas").getContext("2d");
const boxOf = new Map([...document.querySelectorAll("#all a")].map(box => [byId(box.getAttribute("href").slice(1)), box]));

function chainOf(row) {
  if (isItem(row)) {
    const items = sourcesOf(row).length > 0 ? reachedFrom(row, sourcesOf) : new Set([...reachedFrom(row, readersOf)].slice(0, chain.most));
    const links = [...items].filter(isItem).flatMap(item => sourcesOf(item).map(source => ({ from: source, to: item })))
      .filter(link => items.has(link.from));
    return { nodes: new Set([...items].map(nodeOf)), items, links };
  }

  const solid = edges.filter(edge => !edge.isDotted);
  const nodes = new Set([
    ...reachedFrom(row, node => solid.filter(edge => edge.to === node).map(edge => edge.from)),
    ...reachedFrom(row, node => solid.filter(edge => edge.from === node).map(edge => edge.to)),
  ]);
  edges.filter(edge => edge.from === row || edge.to === row).forEach(edge => nodes.add(edge.from).add(edge.to));
  return { nodes, items: new Set(), links: edges.filter(edge => nodes.has(edge.from) && nodes.has(edge.to)) };
}

// Positions: the layers and the order of the whole drawing, without the nodes that are left out.
function placeChain({ nodes, items }) {
  const layers = new Map();
  for (const node of nodes) {
    const { layer, order } = boxOf.get(node).dataset;
    const inside = [...items].filter(item => isItem(item) && nodeOf(item) === node);
    const width = Math.max(24 + widthOf(nameOf(node), "600"), ...inside.map(item => 36 + widthOf(nameOf(item), "400")));
    const place = { node, inside, order: Number(order), width, height: chain.head + inside.length * chain.line + (inside.length ? 6 : 2) };
    if (!layers.has(Number(layer))) layers.set(Number(layer), []);
    layers.get(Number(layer)).push(place);
  }

  const sorted = [...layers].sort(([a], [b]) => a - b).map(([, places]) => places.sort((a, b) => a.order - b.order));
  const heightOf = places => places.reduce((sum, place) => sum + place.height + chain.space, -chain.space);
  const height = Math.max(...sorted.map(heightOf));
  let left = chain.margin;
  for (const places of sorted) {
    let top = chain.margin + (height - heightOf(places)) / 2;
    const width = Math.max(...places.map(place => place.width));
    for (const place of places) {
      Object.assign(place, { left, top, width });
      top += place.height + chain.space;
    }
    left += width + chain.gap;
  }

  return { places: sorted.flat(), width: left - chain.gap + 2 * chain.margin, height: height + 2 * chain.margin };
}

function widthOf(text, weight) {
  ruler.font = `${weight} 13px system-ui, sans-serif`;
  return ruler.measureText(shorten(text)).width;
}

function drawChain(row) {
  const parts = chainOf(row);
  const { places, width, height } = placeChain(parts);
  const spots = new Map();
  for (const place of places) {
    spots.set(place.node, { ...place, y: place.top + chain.head / 2 });
    place.inside.forEach((item, i) => spots.set(item, { ...place, y: place.top + chain.head + chain.line * (i + 0.5) }));
  }

  const drawing = svg("svg", { id: "chain", width, height, viewBox: `0 0 ${width} ${height}` });
  drawing.append(byId("end").parentNode.cloneNode(true));
  drawing.querySelector("marker").id = "chain-end";
  for (const link of parts.links) {
    drawing.append(svg("g", { class: link.isDotted ? "edge dotted" : "edge" },
      svg("path", { d: curve(spots.get(link.from), spots.get(link.to)) })));
  }
  for (const place of places) drawing.append(drawBox(place, row));
  byId("chain")?.remove();
  byId("drawing").append(drawing);
  return parts;
}

function curve(from, to) {
  const x1 = from.left + from.width;
  const isAhead = to.left > x1;
  const x2 = isAhead ? to.left : to.left + to.width;
  const bend = isAhead ? Math.max(40, (x2 - x1) / 2) : 40;
  return `M${x1} ${from.y}C${x1 + bend} ${from.y} ${isAhead ? x2 - bend : x2 + bend} ${to.y} ${x2} ${to.y}`;
}

function drawBox({ node, inside, left, top, width, height }, row) {
  const link = (target, y, text, isSelected) => svg("a", { href: "#" + target.id, class: isSelected ? "selected" : "", tabindex: "-1" },
    svg("title", {}, formulaOf(target) || nameOf(target)),
    svg("rect", { class: "line", x: left, y: y - chain.line / 2, width, height: chain.line }),
    svg("text", { x: left + 12, y: y + 4.5 }, text));
  return svg("g", { class: boxOf.get(node).getAttribute("class").split(" ")[0] + (node === row ? " selected" : "") },
    svg("rect", { class: "box", x: left, y: top, width, height, rx: 4 }),
    link(node, top + chain.head / 2, shorten(nameOf(node)), false),
    ...inside.map((item, i) =>
      link(item, top + chain.head + chain.line * (i + 0.5), "\u00a0\u00a0\u00a0" + shorten(nameOf(item)), item === row)));
}
