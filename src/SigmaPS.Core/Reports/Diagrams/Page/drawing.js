// The diagram: its size, dragging, and the marks of matches, of a selection and of the node under the pointer.
const drawing = byId("drawing");
const all = byId("all");
const whole = byId("whole");
let zoom = 1;

const shownDrawing = () => drawing.querySelector("svg:not([hidden])") ?? all;

function setZoom(value) {
  zoom = Math.min(3, Math.max(0.1, value));
  for (const picture of drawing.querySelectorAll("svg")) {
    const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
    picture.setAttribute("width", width * zoom);
    picture.setAttribute("height", height * zoom);
  }
}

function fitting() {
  const [, , width, height] = shownDrawing().getAttribute("viewBox").split(" ").map(Number);
  return Math.min((drawing.clientWidth - 4) / width, (drawing.clientHeight - 4) / height, 1);
}

const fit = () => setZoom(fitting());

// The selected box is scrolled into the middle of the diagram.
function center(box) {
  const inner = box.getBoundingClientRect();
  const outer = drawing.getBoundingClientRect();
  drawing.scrollBy(inner.x + inner.width / 2 - outer.x - outer.width / 2, inner.y + inner.height / 2 - outer.y - outer.height / 2);
}

function showChain(isChain) {
  const own = byId("chain");
  all.toggleAttribute("hidden", isChain && own !== null);
  own?.toggleAttribute("hidden", !isChain);
  whole.setAttribute("aria-pressed", String(!isChain));
  if (isChain && own) setZoom(Math.max(0.6, fitting()));
  else setZoom(fitting() < 0.7 ? 1 : fitting());
  const selected = shownDrawing().querySelector(".selected");
  if (selected) center(selected);
}

function markMatches(nodes) {
  all.classList.toggle("searching", nodes !== null);
  boxOf.forEach((box, node) => box.classList.toggle("match", nodes?.has(node) ?? false));
}

function markSelection(row, parts) {
  all.classList.toggle("selecting", row !== null);
  whole.hidden = row === null;
  boxOf.forEach((box, node) => {
    box.classList.toggle("on", parts?.nodes.has(node) ?? false);
    box.classList.toggle("selected", row !== null && nodeOf(row) === node);
  });
  for (const { line, from, to } of edges) {
    line.classList.toggle("on", parts?.links.some(link => nodeOf(link.from) === from && nodeOf(link.to) === to) ?? false);
  }
}

all.addEventListener("mouseover", event => {
  const node = event.target.closest("a") && byId(event.target.closest("a").getAttribute("href").slice(1));
  edges.forEach(({ line, from, to }) => line.classList.toggle("near", from === node || to === node));
});

drawing.addEventListener("keydown", event => {
  const step = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
  if (step) setZoom(zoom * step);
  else if (event.key === "0") fit();
});

// Dragging scrolls. A drag that ends on a box does not follow it.
let drag = null;
drawing.addEventListener("pointerdown", event => {
  if (event.button === 0 && event.pointerType === "mouse") drag = { x: event.clientX, y: event.clientY, moved: false };
});
drawing.addEventListener("pointermove", event => {
  if (!drag || event.buttons === 0) return;
  const [x, y] = [drag.x - event.clientX, drag.y - event.clientY];
  if (!drag.moved && Math.hypot(x, y) < 4) return;
  drawing.scrollBy(x, y);
  drag = { x: event.clientX, y: event.clientY, moved: true };
});
drawing.addEventListener("click", event => drag?.moved && event.preventDefault(), true);
drawing.addEventListener("dragstart", event => event.preventDefault());

byId("larger").addEventListener("click", () => setZoom(zoom * 1.25));
byId("smaller").addEventListener("click", () => setZoom(zoom * 0.8));
byId("fit").addEventListener("click", fit);
whole.addEventListener("click", () => showChain(whole.getAttribute("aria-pressed") === "true"));
