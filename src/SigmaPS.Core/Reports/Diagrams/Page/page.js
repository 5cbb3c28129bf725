// The address has the selected row after #, so the browser's Back returns to the row before.
let selected = null;
let focusNext = null;

function follow(row) {
  focusNext = row;
  if (location.hash === "#" + row.id) select();
  else location.hash = row.id;
}

function goBack() {
  focusNext = "panel";
  history.back();
}

function clearSelection() {
  focusNext = selected;
  if (location.hash) location.hash = "";
}

function select() {
  const target = location.hash ? byId(location.hash.slice(1)) : null;
  const row = target && rows.includes(target) && (isItem(target) || isNode(target)) ? target : null;
  selected?.removeAttribute("aria-selected");
  byId("chain")?.remove();
  if (row) {
    row.setAttribute("aria-selected", "true");
    fillPanel(row);
    markSelection(row, drawChain(row));
    reveal(row);
  } else {
    panel.hidden = true;
    markSelection(null, null);
  }

  showChain(row !== null);
  moveFocus(row);
  selected = row;
}

// After a link in the panel, the focus is on the panel's heading. After a row of the outline, it stays there.
function moveFocus(row) {
  const target = focusNext;
  focusNext = null;
  if (target === "panel") (row ? byId("selected") : active)?.focus({ preventScroll: true });
  else if (target) focusRow(target);
}

addEventListener("hashchange", select);
panel.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (link) focusNext = "panel";
});
drawing.addEventListener("click", event => {
  const link = event.target.closest("a");
  if (link && !event.defaultPrevented) focusNext = byId(link.getAttribute("href").slice(1));
});

addEventListener("keydown", event => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target === query) return;
  if (event.key === "/") {
    query.focus();
    query.select();
  } else if (event.key === "Escape") {
    if (query.value) clearSearch();
    else clearSelection();
  } else if (event.key === "Backspace") {
    goBack();
  } else {
    return;
  }

  event.preventDefault();
});

document.querySelectorAll("#all a").forEach(box => box.setAttribute("tabindex", "-1"));
endSearch();
select();
