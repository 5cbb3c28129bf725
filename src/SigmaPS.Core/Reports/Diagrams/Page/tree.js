// The outline as a tree with one tab stop: the arrow keys move inside it (WAI-ARIA tree pattern).
const tree = byId("tree");
let active = null;

const isFolded = row => row.getAttribute("aria-expanded") === "false";
const canFold = row => row.hasAttribute("aria-expanded");
const setFolded = (row, folded) => canFold(row) && row.setAttribute("aria-expanded", String(!folded));
const isShown = row => row.getClientRects().length > 0;

function activate(row) {
  active?.setAttribute("tabindex", "-1");
  active = row;
  row?.setAttribute("tabindex", "0");
}

function focusRow(row) {
  if (!row) return;
  activate(row);
  row.focus({ preventScroll: true });
  headOf(row).scrollIntoView({ block: "nearest", inline: "nearest" });
}

// Unfolds the parents of a row, also one that the search has left out, and scrolls to it.
function reveal(row) {
  row.hidden = false;
  for (let parent = ownerOf(row); parent; parent = ownerOf(parent)) {
    parent.hidden = false;
    setFolded(parent, false);
  }

  activate(row);
  headOf(row).scrollIntoView({ block: "center", inline: "nearest" });
}

function foldAll(folded) {
  rows.forEach(row => setFolded(row, folded));
  const top = active && !isShown(active) ? rows.find(row => row.contains(active)) : active;
  activate(top ?? rows[0]);
}

function neighbor(step) {
  const shown = rows.filter(isShown);
  return shown[shown.indexOf(active) + step];
}

const keys = {
  ArrowDown: () => focusRow(neighbor(1)),
  ArrowUp: () => focusRow(neighbor(-1)),
  Home: () => focusRow(rows.find(isShown)),
  End: () => focusRow(rows.filter(isShown).pop()),
  ArrowRight: row => isFolded(row) ? setFolded(row, false) : canFold(row) && focusRow(row.querySelector("li:not([hidden])")),
  ArrowLeft: row => canFold(row) && !isFolded(row) ? setFolded(row, true) : focusRow(ownerOf(row)),
  " ": row => canFold(row) ? setFolded(row, !isFolded(row)) : follow(row),
  Enter: row => isNode(row) || isItem(row) ? follow(row) : setFolded(row, !isFolded(row)),
};

tree.addEventListener("keydown", event => {
  const row = event.target.closest("li");
  if (!row || event.ctrlKey || event.altKey || event.metaKey || !Object.hasOwn(keys, event.key)) return;
  event.preventDefault();
  keys[event.key](row);
});

tree.addEventListener("focusin", event => activate(event.target.closest("li")));

// The space left of the name folds; the row itself is followed.
tree.addEventListener("click", event => {
  const row = event.target.closest("li");
  const head = event.target.closest(".row");
  if (!row || !head || getSelection().toString()) return;
  const isArrow = event.clientX < head.querySelector(".name").getBoundingClientRect().left;
  focusRow(row);
  if (canFold(row) && (isArrow || !isNode(row))) setFolded(row, !isFolded(row));
  else follow(row);
});

rows.forEach(row => row.setAttribute("tabindex", "-1"));
activate(rows[0]);
byId("fold").addEventListener("click", () => foldAll(true));
byId("unfold").addEventListener("click", () => foldAll(false));
