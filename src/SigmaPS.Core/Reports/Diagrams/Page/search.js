// The search filters the outline: rows that match, their parents, and the content of an element that matches.
const query = byId("query");
const hits = byId("hits");
let matches = [];
let current = -1;
let foldedBefore = null;

const textOf = new Map();
const searchText = row => {
  if (!textOf.has(row)) textOf.set(row, [nameOf(row), formulaOf(row), row.dataset.id ?? ""].join("\n").toLowerCase());
  return textOf.get(row);
};

function search() {
  const words = query.value.toLowerCase().split(/\s+/).filter(word => word);
  matches.forEach(row => row.classList.remove("match", "current"));
  current = -1;
  if (words.length === 0) {
    endSearch();
    return;
  }

  foldedBefore ??= new Map(rows.filter(canFold).map(row => [row, isFolded(row)]));
  matches = rows.filter(row => words.every(word => searchText(row).includes(word)));
  rows.forEach(row => { row.hidden = true; setFolded(row, true); });
  for (const row of matches) {
    row.classList.add("match");
    row.querySelectorAll("li").forEach(inner => { inner.hidden = false; });
    for (let parent = row; parent; parent = ownerOf(parent)) {
      parent.hidden = false;
      if (parent !== row) setFolded(parent, false);
    }
  }

  markMatches(new Set(matches.map(nodeOf)));
  byId("previous").disabled = byId("next").disabled = matches.length === 0;
  goTo(0);
}

function endSearch() {
  matches = [];
  hits.textContent = "";
  byId("previous").disabled = byId("next").disabled = true;
  markMatches(null);
  rows.forEach(row => { row.hidden = false; });
  foldedBefore?.forEach((folded, row) => setFolded(row, folded));
  foldedBefore = null;
  if (active) reveal(active);
}

function goTo(index) {
  matches[current]?.classList.remove("current");
  current = matches.length === 0 ? -1 : (index + matches.length) % matches.length;
  hits.textContent = current < 0 ? "No match" : `${current + 1} of ${matches.length}`;
  if (current < 0) return;
  matches[current].classList.add("current");
  reveal(matches[current]);
}

function clearSearch() {
  query.value = "";
  search();
}

let waiting = 0;
query.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(flush, 100);
});

// A pending search runs before the keys use its matches.
function flush() {
  clearTimeout(waiting);
  if (waiting) search();
  waiting = 0;
}

query.addEventListener("keydown", event => {
  if (event.key === "Enter") {
    const isNew = waiting !== 0;
    flush();
    if (!isNew) goTo(current + (event.shiftKey ? -1 : 1));
  } else if (event.key === "ArrowDown" && current >= 0) {
    flush();
    focusRow(matches[current]);
  } else if (event.key === "Escape" && query.value) {
    flush();
    clearSearch();
    event.stopPropagation();
  } else {
    return;
  }

  event.preventDefault();
});

byId("next").addEventListener("click", () => goTo(current + 1));
byId("previous").addEventListener("click", () => goTo(current - 1));
